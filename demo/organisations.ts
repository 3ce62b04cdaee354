/** Invented organisations of two real labour-market regions. Ids are fixed, so that every process speaks of the same thing. */
export const regions = [
  { id: 'rijnmond', name: 'Rijnmond', centreMunicipalityId: 'org-rotterdam' },
  { id: 'midden-utrecht', name: 'Midden-Utrecht', centreMunicipalityId: 'org-utrecht' },
] as const;

export const organisations = [
  { id: 'org-uwv-rijnmond', name: 'UWV Rijnmond', kind: 'UWV', regionIds: ['rijnmond'] },
  { id: 'org-rotterdam', name: 'Gemeente Rotterdam', kind: 'CENTRE_MUNICIPALITY', regionIds: ['rijnmond'] },
  { id: 'org-bar', name: 'BAR Organisatie', kind: 'CLUSTER_MUNICIPALITY', regionIds: ['rijnmond'] },
  { id: 'org-hoeksche-waard', name: 'Hoeksche Waard', kind: 'MUNICIPALITY', regionIds: ['rijnmond'] },
  { id: 'org-ijsselgemeenten', name: 'IJsselgemeenten', kind: 'CLUSTER_MUNICIPALITY', regionIds: ['rijnmond'] },
  { id: 'org-stroomopwaarts', name: 'Stroomopwaarts MVS', kind: 'CLUSTER_MUNICIPALITY', regionIds: ['rijnmond'] },
  { id: 'org-voorne-putten', name: 'VP / GO', kind: 'CLUSTER_MUNICIPALITY', regionIds: ['rijnmond'] },
  { id: 'org-wsp-rijnmond', name: 'Werkgevers Servicepunt Rijnmond', kind: 'WSP', regionIds: ['rijnmond'] },
  { id: 'org-uwv-midden-utrecht', name: 'UWV Midden-Utrecht', kind: 'UWV', regionIds: ['midden-utrecht'] },
  { id: 'org-utrecht', name: 'Gemeente Utrecht', kind: 'CENTRE_MUNICIPALITY', regionIds: ['midden-utrecht'] },
] as const;

export const teams = [
  { id: 'team-ag', name: 'Team AG', regionId: 'rijnmond', organisationId: 'org-uwv-rijnmond' },
  {
    id: 'team-bouw',
    name: 'Team Bouw, Techniek en Industrie',
    regionId: 'rijnmond',
    organisationId: 'org-uwv-rijnmond',
  },
  {
    id: 'team-logistiek',
    name: 'Team Logistiek, Transport en Agrarisch',
    regionId: 'rijnmond',
    organisationId: 'org-uwv-rijnmond',
  },
  { id: 'team-werkpunt', name: 'Werkpunt', regionId: 'rijnmond', organisationId: 'org-uwv-rijnmond' },
  { id: 'team-zorg', name: 'Zorg & ZDV', regionId: 'rijnmond', organisationId: 'org-uwv-rijnmond' },
  { id: 'team-rotterdam', name: 'Team Werkgevers Rotterdam', regionId: 'rijnmond', organisationId: 'org-rotterdam' },
  { id: 'team-utrecht', name: 'Team Utrecht', regionId: 'midden-utrecht', organisationId: 'org-utrecht' },
] as const;
