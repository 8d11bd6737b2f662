/** Invented answers of the registries of firms, papers and the economy, and of signed e-licences. */
const at = (minutes) => new Date(Date.UTC(2026, 10, 21, 6, 5) - minutes * 60_000).toISOString();
const B = (zh, en) => ({ zh, en });
const figure = (value, unit, source) => ({ value, unit, source, asOf: at(1) });
const FIRM = 'e3609-abcdefghij234567klmn';
const field = (name, zh, en, value, resource) => ({ field: name, label: B(zh, en), value, source: resource, resource, receipt: `${resource}/0/12/4`, masked: false, others: [], validFrom: at(90_000), knownAt: at(5000), correction: null });

export const firmHits = [{ ref: FIRM, name: '宜丰县秀水食品有限公司', creditCode: '91360999MACB00017W', status: B('存续', 'In business'), region: { code: '360924001001', name: '城关社区居委会' }, way: 'EXACT' }];
const fields = [field('name', '名称', 'Name', '宜丰县秀水食品有限公司', 'market_regulation.business'), field('founded_on', '成立日期', 'Founded on', '2019-05-06', 'market_regulation.business'), field('phone', '联系电话', 'Phone', '139****0001', 'tax.taxpayer')];
const records = [
  { record: 1, resource: 'market_regulation.business', receipt: 'market_regulation.business/0/12/4', validFrom: at(90_000), knownAt: at(5000) },
  { record: 2, resource: 'tax.taxpayer', receipt: 'tax.taxpayer/0/9/7', validFrom: at(80_000), knownAt: at(4900) },
];
const people = [
  { role: B('法定代表人', 'Legal representative'), ref: 'p3609-abcdefghij234567klmn', name: '吴**', detail: null, from: '2019-05-06', to: null, receipt: 'market_regulation.business/0/12/4' },
  { role: B('股东', 'Shareholder'), ref: null, name: '郑*', detail: '60.00', from: null, to: null, receipt: 'market_regulation.shareholder/0/3/1' },
];
export const firm = { ref: FIRM, name: '宜丰县秀水食品有限公司', creditCode: '91360999MACB00017W', place: { code: '360924001001', name: '城关社区居委会' }, fields, people, records };
export const roles = [{ role: B('法定代表人', 'Legal representative'), firm: FIRM, name: firm.name, detail: null, from: '2019-05-06', to: null, receipt: 'market_regulation.business/0/12/4' }];
export const changes = [{ validFrom: at(20_000), knownAt: at(19_990), field: 'name', label: B('名称', 'Name'), before: B('宜丰县明月食品有限公司', '宜丰县明月食品有限公司'), after: B(firm.name, firm.name), resource: 'market_regulation.business', receipt: 'market_regulation.business/0/12/4' }];

const type = (kind, resource, zh, en, all, ended) => {
  const source = `papers:${kind}:${resource}:`;
  return { resource, title: B(zh, en), all: figure(all, 'records', source + 'ALL'), inForce: figure(all - ended, 'records', source + 'VALID'), soon: figure(2, 'records', source + 'SOON'), ended: figure(ended, 'records', source + 'ENDED') };
};
export const types = (kind) => (kind === 'licence' ? [type(kind, 'market_regulation.food_licence', '食品经营许可证', 'Food business licence', 412, 37)] : [type(kind, 'urban_management.penalty', '行政处罚（城管）', 'Penalty by urban management', 96, 41)]);
const creditPapers = [
  ['行政处罚（市场监管）', 'Penalty by market regulation', 'market_regulation.penalty', '样例县市监罚决字〔2026〕第17号', '经营超过保质期的食品', '2026-05-20', '2027-05-20', 'VALID', { kind: 'PENALTY', severity: 'GENERAL' }, ['DISPUTED']],
  ['拖欠农民工工资失信联合惩戒名单', 'Units that owe migrant workers wages', 'human_resources.wage_arrears', '样例县人社欠薪列字〔2025〕第3号', '12', '2025-07-01', '2028-07-01', 'VALID', { kind: 'BLACK_LIST', severity: 'SERIOUS' }, []],
  ['A级纳税人（守信激励）', 'Taxpayers of grade A', 'tax.a_taxpayer', 'A-2025-41', '2025', '2026-04-20', '2027-04-19', 'VALID', { kind: 'RED_LIST' }, []],
].map(([zh, en, resource, number, detail, from, to, state, standing, marks], n) => ({ ref: `c3609-abcdefghij23456${n}klmn`, type: B(zh, en), resource, number, holder: firm.name, detail, from, to, state, receipt: `${resource}/0/4/${n}`, standing: { repair: 'NONE', done: false, rule: '', ...standing }, marks }));
const paper = (kind, n, state) => ({ ref: `l3609-abcdefghij23456${n}klmn`, type: types(kind)[0].title, resource: types(kind)[0].resource, number: `JY236099900000${n}`, holder: kind === 'licence' ? firm.name : '吴**', detail: '预包装食品、散装食品', from: '2024-06-17', to: '2031-06-16', state, receipt: `${types(kind)[0].resource}/0/4/${n}` });
export const papers = (kind) => kind === 'credit' ? creditPapers : ['VALID', 'SOON', 'ENDED'].map((state, n) => paper(kind, n, state));
export const onePaper = (kind) => ({ paper: papers(kind)[0], fields, records: [records[0]] });

const eLicence = (version, state) => ({ identifier: `1.2.156.3005.2.11360999MB0000001W001.11360999MB0000001W.202600000012.00${version}.K`, paper: papers('licence')[0].ref, version, state, issuedAt: at(9000 - version * 100), issuedBy: 'steward', checkCode: '4F0A91C277DE', revokedAt: state === 'REVOKED' ? at(8800) : null, revokedReason: state === 'REVOKED' ? '换发新版本 · replaced by the next version' : null });
export const eLicences = [eLicence(2, 'VALID'), eLicence(1, 'REVOKED')];
export const licenceCheck = { identifier: eLicences[0].identifier, state: 'VALID', type: B('食品经营许可证', 'Food business licence'), issuer: B('市场监督管理局', 'Market regulation bureau'), number: papers('licence')[0].number, holder: firm.name, from: '2024-06-17', to: '2031-06-16', issuedAt: at(8800), revocation: null };

const values = [31, 44, 38, 52, 47, 55, 49, 61, 58, 66, 63, 70, 42, 51, 45, 60];
const period = (n) => `${2025 + Math.floor((6 + n) / 12)}-${String(((6 + n) % 12) + 1).padStart(2, '0')}`;
const percent = (value, before, source) => (before ? figure(Math.round((value / before - 1) * 1000) / 10, 'percent', source) : null);
const points = values.map((value, n) => ({ period: period(n), figure: figure(value, 'text', `economy:new-businesses:${period(n)}:value`), yearOnYear: percent(value, values[n - 12], `economy:new-businesses:${period(n)}:yoy`), periodOnPeriod: percent(value, values[n - 1], `economy:new-businesses:${period(n)}:pop`), revised: n === 5 ? 1 : 0, open: n === values.length - 1 }));
export const series = { code: 'new-businesses', title: B('新登记市场主体', 'Newly registered businesses'), unit: B('户', 'businesses'), caliber: B('按成立日期统计的市场主体。', 'Businesses by their founding date.'), resource: 'market_regulation.business', points };
export const allSeries = [{ ...series, points: [points.at(-2)] }];
export const revisions = [{ period: period(5), before: 54, after: 55, rows: 55, knownAt: at(400), cityDay: '2026-10-02' }];
