/** The sectors of industry and trade (Regeling Wfsv, bijlage 1) by CdSectorOsv. 036, 037 are no longer used. */
const SECTORS: Record<string, string> = Object.fromEntries(
  `001 Agrarisch bedrijf
002 Tabakverwerkende industrie
003 Bouwbedrijf
004 Baggerbedrijf
005 Hout- en emballage-industrie, houtwaren- en borstelindustrie
006 Timmerindustrie
007 Meubel- en orgelbouwindustrie
008 Groothandel in hout, zagerijen, schaverijen en houtbereidingsindustrie
009 Grafische industrie
010 Metaalindustrie
011 Elektrotechnische industrie
012 Metaal- en technische bedrijfstakken
013 Bakkerijen
014 Suikerverwerkende industrie
015 Slagersbedrijven
016 Slagers overig
017 Detailhandel en ambachten
018 Reiniging
019 Grootwinkelbedrijf
020 Havenbedrijven
021 Havenclassificeerders
022 Binnenscheepvaart
023 Visserij
024 Koopvaardij
025 Vervoer KLM
026 Vervoer NS
027 Vervoer posterijen
028 Taxivervoer
029 Openbaar vervoer
030 Besloten busvervoer
031 Overig personenvervoer te land en in de lucht
032 Overig goederenvervoer te land en in de lucht
033 Horeca algemeen
034 Horeca catering
035 Gezondheid, geestelijke en maatschappelijke belangen
038 Banken
039 Verzekeringswezen
040 Uitgeverij
041 Groothandel I
042 Groothandel II
043 Zakelijke dienstverlening I
044 Zakelijke dienstverlening II
045 Zakelijke dienstverlening III
046 Zuivelindustrie
047 Textielindustrie
048 Steen-, cement-, glas- en keramische industrie
049 Chemische industrie
050 Voedingsindustrie
051 Algemene industrie
052 Uitzendbedrijven
053 Bewakingsondernemingen
054 Culturele instellingen
055 Overige takken van bedrijf en beroep
056 Schildersbedrijf
057 Stukadoorsbedrijf
058 Dakdekkersbedrijf
059 Mortelbedrijf
060 Steenhouwersbedrijf
061 Overheid, onderwijs en wetenschappen
062 Overheid, rijk, politie en rechterlijke macht
063 Overheid, defensie
064 Overheid, provincies, gemeenten en waterschappen
065 Overheid, openbare nutsbedrijven
066 Overheid, overige instellingen
067 Werk en (re)integratie
068 Railbouw
069 Telecommunicatie`
    .split('\n')
    .map((line) => [line.slice(0, 3), line.slice(4)]),
);

/** What a sector is called; null for a code that is none of the list. */
export const sectorName = (code: string): string | null => SECTORS[code] ?? null;
