/** Where users find help: settings of the organisation, never in code. Null: not set. */
export interface SupportSettings {
  email: string | null;
  phone: string | null;
  manual: string | null;
  eLearning: string | null;
  gsdo: string | null;
}

export const noSupport: SupportSettings = { email: null, phone: null, manual: null, eLearning: null, gsdo: null };
