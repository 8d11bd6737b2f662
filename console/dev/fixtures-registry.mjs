/** Invented answers of the registries. */
const at = (minutes) => new Date(Date.UTC(2026, 10, 21, 6, 5) - minutes * 60_000).toISOString();
const side = (record, entity, resource, maskedName) => ({ record, entity, resource, maskedName, receipt: `${resource}/0/311/${record}` });
const doubt = (id, cause, bits) => ({ id, kind: 'person', cause, bits, foundAt: at(id * 37), left: side(id, 'p3609-abcdefghij234567klmn', 'public_security.person', '张**'), right: side(id + 1, 'p3609-zyxwvutsrq765432ponm', 'health.health_record', '张*') });
export const doubts = [doubt(1, 'CLERICAL', -1.4), doubt(3, 'REFUSED', 6.2), doubt(5, 'BORN', 0), doubt(7, 'NAME', 0)];
const step = (field, level, left, right, bits, total) => ({ field, level, left, right, bits, total });
export const explained = {
  doubt: doubts[0],
  steps: [step('prior', '', '', '', -17.2, -17.2), step('name', 'one sign', '张**', '张*', 4.1, -13.1), step('born', 'equal', '1985-**-**', '1985-**-**', 12.3, -0.8), step('sex', 'equal', '1', '1', 0.9, 0.1), step('place', 'differs', '360981001001', '360981001002', -1.5, -1.4)],
  link: 0,
  clerical: -5,
};
export const history = [
  { at: at(20), what: 'SPLIT', entity: 'p3609-zyxwvutsrq765432ponm', other: 'p3609-abcdefghij234567klmn', records: 1, cause: 'UNDO', by: 'steward', reason: '号码系误录', ruling: 4, standing: false },
  { at: at(90), what: 'MERGED', entity: 'p3609-abcdefghij234567klmn', other: 'p3609-zyxwvutsrq765432ponm', records: 1, cause: 'RULING', by: 'steward', reason: '一人两号，户籍卷宗可证', ruling: 5, standing: true },
];
export const corrections = [{ id: 'c-1', entity: 'p3609-abcdefghij234567klmn', field: 'name', resource: 'public_security.person', seen: '张*', wanted: '章*', reason: '本人持证更正', askedBy: 'steward', askedAt: at(50), delivery: 'd-1', state: 'RECEIVED', answer: '', closedAt: null, receipt: null }];
const measure = (resource, name, zh, en, value) => ({ name, label: { zh, en }, figure: { value, unit: 'records', source: `quality:${resource}:${name}`, asOf: at(1) } });
const card = (resource, zh, en, n) => ({ resource, title: { zh, en }, measures: [measure(resource, 'records', '记录数', 'Records', n), measure(resource, 'valid-number', '号码有效', 'Valid number', n - 311), measure(resource, 'joined', '与其他来源归一', 'Joined with others', n - 1204), measure(resource, 'doubtful', '有疑或冲突', 'Doubtful', 41), measure(resource, 'repeated', '同一主体多条', 'Several of one entity', 12), measure(resource, 'filled-name', 'name 已填', 'name filled in', n - 3)] });
export const quality = [card('public_security.person', '常住人口登记', 'Population register', 100000), card('health.health_record', '居民健康档案', "Residents' health records", 70213)];
export const spot = { county: { code: '360902', name: '袁州区' }, village: { code: '360902001001', name: '东门社区居委会' }, path: '袁州区灵泉街道东门社区居委会', cell: '360902001001002', cellTitle: '东门社区第二网格', cellReceipt: 'urban_management.grid_cell/0/1/3', generated: true };
export const address = { standard: '袁州区灵泉街道东门社区东湖路8号3栋2单元501室', where: 'HERE', division: { code: '360902001001', name: '东门社区居委会' }, path: '袁州区灵泉街道东门社区居委会', street: '东湖路', group: '', number: '8', estate: '', building: '3', unit: '2', floor: '', room: '501', rest: '' };
export const records = [
  { record: 1, resource: 'public_security.person', receipt: 'public_security.person/0/311/4', validFrom: at(90000), knownAt: at(5000) },
  { record: 2, resource: 'health.health_record', receipt: 'health.health_record/0/12/40', validFrom: at(80000), knownAt: at(4900) },
];
export const features = { type: 'FeatureCollection', numberMatched: 2, features: [1, 2].map((n) => ({ type: 'Feature', id: String(n), geometry: { type: 'Point', coordinates: [114.4, 27.8] }, properties: { code: '36090200100' + n, path: '袁州区灵泉街道东门社区居委会', cell_code: '36090200100100' + n, title: '东门社区第' + n + '网格' } })) };
