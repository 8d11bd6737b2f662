/** Invented subscriptions and an exchange run for the mock. */
const B = (zh, en) => ({ zh, en });
const at = (minutes) => new Date(Date.UTC(2026, 10, 21, 6, 0) - minutes * 60000).toISOString();
const F = (value, source, unit = 'rows') => ({ value, unit, source, asOf: at(1) });
const digest = (seed) => Array.from({ length: 64 }, (_, i) => ((seed * 31 + i * 7) % 16).toString(16)).join('');

const units = [
  ['public_security', '公安局', 'Public security'], ['health_insurance', '医疗保障局', 'Health insurance'], ['civil_affairs', '民政局', 'Civil affairs'], ['human_resources', '人力资源和社会保障局', 'Human resources'],
  ['health', '卫生健康委员会', 'Health'], ['natural_resources', '自然资源局', 'Natural resources'], ['tax', '税务局', 'Tax'], ['market_regulation', '市场监督管理局', 'Market regulation'], ['housing_fund', '住房公积金管理中心', 'Housing fund'],
  ['education', '教育局', 'Education'], ['transport', '交通运输局', 'Transport'], ['urban_management', '城市管理局', 'Urban management'],
  ['county_360902', '袁州区', 'County 360902'], ['county_360921', '奉新县', 'County 360921'], ['county_360922', '万载县', 'County 360922'], ['county_360923', '上高县', 'County 360923'], ['county_360924', '宜丰县', 'County 360924'],
];
const rowsOf = (from, to) => (from === to ? 0 : 2000 + ((from * 917 + to * 389) % 7001));
const sum = (row) => row.reduce((a, b) => a + b, 0);
const total = sum(units.flatMap((_, from) => units.map((__, to) => rowsOf(from, to))));

const one = (i, state = 'FLOWING') => ({
  id: 's3609-' + digest(i).slice(0, 16),
  title: B('办件记录', 'Service records'),
  resource: units[i][0] + '.service_record',
  provider: units[i][0],
  providerTitle: B(units[i][1], units[i][2]),
  consumer: units[(i + 1) % units.length][0],
  consumerTitle: B(units[(i + 1) % units.length][1], units[(i + 1) % units.length][2]),
  table: units[i][0] + '_service_record',
  fields: ['record_no', 'matter', 'applicant', 'partner_unit', 'accepted_on', 'finished_on', 'result', 'village_code'],
  fieldTitles: [B('办件号', 'Record number'), B('事项', 'Matter'), B('申请人（脱敏）', 'Applicant (masked)'), B('协办单位', 'Helping unit'), B('受理日期', 'Accepted on'), B('办结日期', 'Finished on'), B('办理结果', 'Result'), B('所在村（社区）', 'Village')],
  filter: "partner_unit = '" + units[(i + 1) % units.length][0] + "'",
  filterWords: B('协办单位 等于 ' + units[(i + 1) % units.length][1], 'Helping unit is ' + units[(i + 1) % units.length][2]),
  purpose: '协办事项办结抄送 · matters it helped with',
  legalBasis: '政务数据共享条例（国务院令第809号）',
  run: 'seventeen-units',
  state,
  hold: state === 'HELD' ? { code: 'table-altered', reason: '表 citybrain_received."tax_service_record" 没有列 matter · has no column matter' } : { code: '', reason: '' },
  request: { by: 'data-officer', at: at(90) },
  decision: state === 'REQUESTED' ? { by: null, at: null, basis: '' } : { by: 'data-officer', at: at(89), basis: '协办单位依职责接收其参与办理的事项' },
  lane: 1,
  sequence: 42,
  positions: { 0: 318 },
  sent: F(5412, 'subscription:s' + i),
  applied: F(5412, 'subscription:s' + i),
  tableRows: F(5409, 'subscription:s' + i),
  behind: 0,
  delay: 1240 + i * 90,
  equal: state === 'FLOWING' ? true : null,
  comparison: state === 'FLOWING' ? { ourRows: 5409, ourChecksum: digest(i + 3).slice(0, 32), theirRows: 5409, theirChecksum: digest(i + 3).slice(0, 32), at: at(3) } : null,
  appliedAt: at(2),
});
const rows = units.map((_, i) => one(i, i === 6 ? 'HELD' : i === 9 ? 'REQUESTED' : i === 11 ? 'PAUSED' : 'FLOWING'));
const figures = { subscriptions: F(272, 'subscriptions:', 'subscriptions'), sent: F(total, 'subscriptions:'), applied: F(total, 'subscriptions:'), tableRows: F(total, 'subscriptions:'), equal: F(270, 'subscriptions:', 'subscriptions'), held: F(1, 'subscriptions:', 'subscriptions') };

export const subscriptions = { figures, total: rows.length, rows };
export const opened = (id) => ({
  subscription: rows.find((row) => row.id === id) ?? rows[6],
  batchTotal: 42,
  batches: [['RECONCILE', 0, 0], ['ROWS', 3, 1], ['ROWS', 1204, 0], ['LAY', 0, 0]].map(([kind, upserts, deletes], i) => ({ lane: 1, sequence: 42 - i, kind, upserts, deletes, root: kind === 'ROWS' ? digest(i) : '', rows: 5409, checksum: kind === 'RECONCILE' ? digest(4).slice(0, 32) : '', sourceSequence: 318 - i, plannedAt: at(3 + i), verdict: i === 1 ? null : 'APPLIED', reason: '', appliedAt: i === 1 ? null : at(2 + i), receipt: i === 1 ? null : JSON.stringify({ verdict: 'APPLIED', reason: '', upserts, deletes, tableRows: 5409, checksum: '', root: digest(i), signature: digest(i + 9) + digest(i + 5) }) })),
  findings: [{ id: 1, code: 'table-altered', place: 'market_regulation.tax_service_record 1/41', reason: '表没有列 matter · the table has no column matter', foundAt: at(2), mendedAt: null }],
});
export const runs = [{ id: 'seventeen-units', titleZh: '十七单位办件记录交换', titleEn: 'Service records of seventeen units', startedBy: 'data-officer', startedAt: at(90) }];
export const run = {
  id: 'seventeen-units',
  title: B('十七单位办件记录交换', 'Service records of seventeen units'),
  startedBy: 'data-officer',
  startedAt: at(90),
  done: false,
  figures,
  units: units.map(([code, zh, en], i) => ({ code, title: B(zh, en), given: F(sum(units.map((_, to) => rowsOf(i, to))), 'subscriptions:seventeen-units'), received: F(sum(units.map((_, from) => rowsOf(from, i))), 'subscriptions:seventeen-units') })),
  cells: units.flatMap(([from], i) => units.flatMap(([to], k) => (i === k ? [] : [{ provider: from, consumer: to, subscription: rows[i].id, state: i === 6 && k === 7 ? 'HELD' : 'FLOWING', rows: F(rowsOf(i, k), 'subscription:' + rows[i].id), equal: i === 6 && k === 7 ? null : true }]))),
};
