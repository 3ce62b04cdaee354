import { migration } from '../../migration.js';
import { professionalLeftTable } from '../../professional-left.js';

export default migration('0004-professional-left', ...professionalLeftTable);
