import { audit } from './audit';
import { cases } from './cases';
import { catalogue } from './catalogue';
import { common } from './common';
import { decisions } from './decisions';
import { desk } from './desk';
import { economy } from './economy';
import { exchange } from './exchange';
import { field } from './field';
import { firms } from './firms';
import { papers } from './papers';
import { places } from './places';
import { registry } from './registry';
import { scenes } from './scenes';
import { steward } from './steward';
import { subscription } from './subscription';
import { wall } from './wall';

export const en = { ...common, ...desk, ...cases, ...decisions, ...catalogue, ...exchange, ...subscription, ...registry, ...papers, ...economy, ...places, ...firms, ...steward, ...scenes, ...field, ...wall, ...audit };
