import { employee, type Access } from '../authorise.js';

/** Who may see what of the reporting subgraph. Its figures name nobody: who works here may see them. */
export const access: Access = {
  Query: [[employee, 'npsReport contactReport placementReport']],
  Employer: [[employee, 'id statistics']],
  Team: [[employee, 'id']],
  EmployerStatistics: [
    [employee, 'placementsPerYear placementsByTargetGroup contactMomentsPerYear visits nps vacancyFillRate'],
  ],
  YearCount: [[employee, 'year count']],
  TargetGroupCount: [[employee, 'targetGroup count']],
  NpsScore: [[employee, 'responses promoters passives detractors score averageScore responseRate']],
  ContactReportRow: [[employee, 'typeNumber count visits other uncategorised npsInvited']],
  PlacementReportRow: [[employee, 'key team employer placements sustainable sharePercent']],
};
