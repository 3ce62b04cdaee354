/** Roughly where some postcode areas lie, rounded to a kilometre. The fake of Sonar knows the same ones. */
export const places: { pc4: string; latitude: number; longitude: number }[] = [
  { pc4: '1012', latitude: 52.37, longitude: 4.89 },
  { pc4: '1034', latitude: 52.4, longitude: 4.93 },
  { pc4: '2651', latitude: 52.0, longitude: 4.5 },
  { pc4: '2921', latitude: 51.92, longitude: 4.58 },
  { pc4: '3011', latitude: 51.92, longitude: 4.48 },
  { pc4: '3021', latitude: 51.92, longitude: 4.46 },
  { pc4: '3026', latitude: 51.91, longitude: 4.43 },
  { pc4: '3032', latitude: 51.93, longitude: 4.48 },
  { pc4: '3039', latitude: 51.94, longitude: 4.46 },
  { pc4: '3042', latitude: 51.94, longitude: 4.42 },
  { pc4: '3067', latitude: 51.95, longitude: 4.54 },
  { pc4: '3072', latitude: 51.9, longitude: 4.5 },
  { pc4: '3076', latitude: 51.89, longitude: 4.53 },
  { pc4: '3083', latitude: 51.88, longitude: 4.48 },
  { pc4: '3089', latitude: 51.87, longitude: 4.44 },
  { pc4: '3118', latitude: 51.91, longitude: 4.39 },
  { pc4: '3132', latitude: 51.91, longitude: 4.33 },
  { pc4: '3151', latitude: 51.98, longitude: 4.12 },
  { pc4: '3161', latitude: 51.86, longitude: 4.39 },
  { pc4: '3194', latitude: 51.86, longitude: 4.37 },
  { pc4: '3201', latitude: 51.85, longitude: 4.33 },
  { pc4: '3241', latitude: 51.76, longitude: 4.17 },
  { pc4: '3328', latitude: 51.77, longitude: 4.67 },
  { pc4: '3417', latitude: 52.08, longitude: 4.9 },
  { pc4: '3454', latitude: 52.1, longitude: 5.05 },
  { pc4: '3511', latitude: 52.09, longitude: 5.12 },
  { pc4: '3525', latitude: 52.06, longitude: 5.1 },
  { pc4: '3551', latitude: 52.1, longitude: 5.09 },
  { pc4: '3563', latitude: 52.12, longitude: 5.12 },
];

/** From where the demo takes profiles over: the middle of each region, and how far around it. */
export const synchronisedRegions = [
  { regionId: 'rijnmond', pc4: '3011', km: 40 },
  { regionId: 'midden-utrecht', pc4: '3511', km: 25 },
];
