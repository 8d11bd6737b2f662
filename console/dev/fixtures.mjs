/** Invented answers in the shapes of the contract; only for looking at pages without a city behind them. */
const B = (zh, en) => ({ zh, en });
const F = (value, unit, source) => ({ value, unit, source, asOf: '2026-11-21T06:05:00Z' });
const at = (minutes) => new Date(Date.parse('2026-11-21T06:05:00Z') - minutes * 60000).toISOString();
const places = [['360902001003', '灵泉街道城南社区'], ['360981104210', '丰城市拖船镇桥头村'], ['360983109205', '高安市村前镇南山村'], ['360926101208', '铜鼓县三都镇黄田村'], ['360922105201', '万载县株潭镇亭下村'], ['360924100215', '宜丰县新昌镇石桥村']];
const names = ['张*', '欧阳**', '李*', '王**', '陈*', '刘**', '黄*'];
const place = (i) => ({ code: places[i % places.length][0], name: places[i % places.length][1] });
const lights = ['OVERDUE', 'OVERDUE', 'NEAR', 'NEAR', 'NEAR', 'ON_TIME', 'ON_TIME', 'PAUSED', 'ON_TIME', 'ON_TIME'];

export const me = { login: 'county-officer', name: '周明', roles: ['COUNTY_OFFICER'], authorities: ['todo.read', 'task.complete', 'case.read', 'decision.read', 'alert.read', 'catalogue.read', 'grant.decide', 'exchange.read', 'exchange.prove', 'subscription.request', 'subscription.steer', 'subscription.decide', 'finding.mend', 'registry.read', 'registry.ledger', 'registry.unmask', 'registry.rule', 'registry.quality', 'licence.issue', 'credit.ask', 'credit.follow', 'credit.decide', 'economy.read', 'scene.read', 'audit.read', 'field.work', 'wall.read'], region: '360981', department: 'civil_affairs', locale: 'zh' };
export const clock = () => ({ cityTime: '2026-11-21T14:05:00+08:00', machineTime: new Date().toISOString(), speed: 1440 });

const kinds = ['verify', 'notice', 'confirm'];
export const todos = {
  figures: { overdue: F(2, 'task', 'indicator:todos-overdue'), dueToday: F(3, 'task', 'indicator:todos-due-today'), open: F(34, 'task', 'indicator:todos-open'), doneToday: F(12, 'task', 'indicator:todos-done') },
  rows: Array.from({ length: 34 }, (_, i) => ({ taskId: `t-${i}`, caseId: `c-3609-00${i}`, kind: kinds[i % 3], title: i % 3 === 0 ? B('入户核实：大额医疗自付家庭', 'Home visit: large medical costs') : i % 3 === 1 ? B('村级公示到期，转县级', 'Village notice ended, pass to county') : B('低收入家庭认定县级确认', 'Confirm low-income household'), subjectName: names[i % 7], place: place(i), due: at(-1440 * (i - 2)), light: lights[Math.min(i, 9)], nextAction: [B('去核实', 'Verify'), B('查看公示', 'See notice'), B('确认', 'Confirm')][i % 3], createdAt: at(i * 37), sourceTime: at(i * 37 + 1) })),
  total: 34,
};

const stage = (id, zh, en, state, legalClock, machineClock) => ({ id, title: B(zh, en), state, legalClock, machineClock });
const form = {
  required: ['agree', 'opinion'],
  properties: {
    householdSize: { type: 'integer', title: B('家庭人口', 'Household size') },
    agree: { type: 'boolean', title: B('是否同意认定', 'Do you agree?') },
    kind: { title: B('救助类别', 'Kind of assistance'), type: 'string', oneOf: ['低保', '特困', '临时救助', '支出型困难', '低保边缘'].map((t) => ({ const: t, title: t })) },
    amount: { type: 'number', title: B('月救助金额（元）', 'Monthly amount (CNY)'), minimum: 0, description: B('按当地标准核定', 'By the local standard') },
    opinion: { type: 'string', title: B('意见', 'Opinion'), minLength: 2, maxLength: 200 },
  },
};
const prefill = { householdSize: { value: 4, source: 'fact:hh' } };
const receipt = 'health_insurance.settlement/0/4821/17';
export const caseDetail = {
  id: 'c-3609-000', scene: 'anti-poverty', title: B('支出型困难家庭认定', 'Household with large medical costs'), subjectName: '张*', place: place(1), stage: 'confirm', decisionId: 'd-1',
  stages: [
    stage('alert', '发现', 'Found', 'DONE', null, { seconds: 1.4 }),
    stage('verify', '入户核实', 'Home visit', 'DONE', { startedAt: '2026-11-09T15:02:00+08:00', due: '2026-11-12T18:00:00+08:00', basis: '民发〔2021〕57号' }, { seconds: 413 }),
    stage('notice', '村级公示', 'Village notice', 'DONE', { due: '2026-11-18T18:00:00+08:00' }, { seconds: 9211.4 }),
    stage('confirm', '县级确认', 'County confirms', 'CURRENT', { due: '2026-11-25T18:00:00+08:00' }, null),
    stage('pay', '资金发放', 'Payment', 'AHEAD', null, null),
  ],
  facts: [
    { label: B('2026 年医疗自付', 'Self-paid 2026'), value: F('86532.50', 'CNY', 'decision:d-1:selfPaid'), source: 'decision:d-1:selfPaid', asOf: at(60) },
    { label: B('2025 年家庭收入', 'Household income 2025'), value: F('41200.00', 'CNY', 'decision:d-1:income'), source: 'decision:d-1:income', asOf: at(6000) },
    { label: B('自付为收入的倍数', 'Ratio'), value: F('2.1003', 'times', 'decision:d-1:ratio'), source: 'decision:d-1:ratio', asOf: at(60) },
    { label: B('家庭人口', 'Household size'), value: F(4, 'person', 'fact:hh'), source: 'fact:hh', asOf: '2026-11-20' },
    { label: B('现有救助', 'Present assistance'), value: F('无', '', 'fact:assist'), source: 'fact:assist', asOf: '2026-11-20' },
  ],
  timeline: [
    { at: at(60), cityTime: '2026-11-19T09:12:00+08:00', kind: 'task', title: B('公示无异议，转县级确认', 'No objection, passed to the county'), by: 'system' },
    { at: at(4000), cityTime: '2026-11-11T10:20:00+08:00', kind: 'notice', title: B('村级公示开始，期限 7 天', 'Village notice begins, 7 days'), by: 'town-officer', rule: 'anti-poverty@1.0' },
    { at: at(9000), cityTime: '2026-11-11T09:20:00+08:00', kind: 'decision', title: B('规则建议认定为支出型困难家庭', 'The rule proposes the decision'), by: 'rule', rule: 'low-income@1.0', decisionId: 'd-1' },
    { at: at(9100), cityTime: '2026-11-11T09:15:00+08:00', kind: 'visit', title: B('网格员完成入户核实，情况属实', 'Grid worker verified at home'), by: '网格员 李*' },
    { at: at(9900), cityTime: '2026-11-09T15:02:00+08:00', kind: 'alert', title: B('发出黄色预警', 'Yellow alert raised'), by: 'rule', decisionId: 'd-1', receipt },
    { at: at(9901), cityTime: '2026-11-09T15:01:58+08:00', kind: 'fact', title: B('医保局新增住院结算', 'Health insurance recorded a settlement'), by: '医保局', receipt },
  ],
  actions: [{ taskId: 't-0', name: B('县级确认', 'County confirmation'), form, prefill }],
};
export const cases = {
  rows: todos.rows.slice(0, 24).map((todo, i) => ({ id: todo.caseId, scene: 'anti-poverty', title: B('支出型困难家庭认定', 'Household with large medical costs'), subjectName: todo.subjectName, place: todo.place, stage: kinds[i % 3], stageTitle: [B('入户核实', 'Home visit'), B('村级公示', 'Village notice'), B('县级确认', 'County confirms')][i % 3], light: todo.light, due: todo.due, openedAt: todo.createdAt })),
  total: 24,
  stages: [{ id: 'verify', title: B('入户核实', 'Home visit'), count: F(8, 'case', 'indicator:stage-verify') }, { id: 'notice', title: B('村级公示', 'Village notice'), count: F(8, 'case', 'indicator:stage-notice') }, { id: 'confirm', title: B('县级确认', 'County confirms'), count: F(8, 'case', 'indicator:stage-confirm') }, { id: 'paid', title: B('已发放', 'Paid'), count: F(41, 'case', 'indicator:stage-paid') }],
};

const input = (name, zh, en, value, resource, n) => ({ name: name + n, title: B(zh, en), value, unit: 'CNY', rows: Array.from({ length: n }, (_, i) => ({ receipt: `${resource}/0/${4800 + i}/${n}`, sourceTime: at(60 * n) })) });
const parameters = [
  { id: 'ratio-line', title: B('自付与收入之比的标准线', 'Ratio line'), value: '2.0', unit: 'times', from: '2026-01-01', basis: B('赣民发〔2025〕18号', 'Provincial civil affairs 2025 no. 18') },
  { id: 'notice-days', title: B('公示期', 'Notice period'), value: 7, unit: 'day', from: '2026-01-01', basis: B('社会救助暂行办法第十一条', 'Interim Measures for Social Assistance, art. 11') },
];
export const decision = {
  id: 'd-1', caseId: 'c-3609-000', scene: 'anti-poverty', outcome: 'CANNOT_TELL', rule: { id: 'low-income', version: '1.0' }, cityDay: '2026-11-09', decidedAt: at(9900), parameters,
  sentence: B('张*一家 2026 年医疗自付 86,532.50 元，是上年家庭收入 41,200.00 元的 2.1003 倍，超过 2.0 倍的标准线；但一名成年成员的收入缺失，暂不能判定。', 'The household of 张* paid 86,532.50 CNY itself in 2026, 2.1003 times its income of last year, above the line of 2.0; but the income of one adult is missing, so it cannot be told yet.'),
  lines: [
    { label: B('自付费用超过上年收入 2 倍', 'Self-paid cost above twice the income'), value: F('2.1003', 'times', 'decision:d-1:ratio'), line: '2.0', unit: 'times', result: 'PASS', parameter: parameters[0], inputs: [input('selfPaid', '住院自付 2026-11-08', 'Hospital 2026-11-08', '52100.00', 'health_insurance.settlement', 1), input('selfPaid', '住院自付 2026-06-30', 'Hospital 2026-06-30', '34432.50', 'health_insurance.settlement', 2), input('income', '工资 2025', 'Wage 2025', '38000.00', 'human_resources.wage', 3), input('income', '转移性收入 2025', 'Transfers 2025', '3200.00', 'civil_affairs.transfer_income', 4)] },
    { label: B('没有在享低保或特困', 'No present assistance'), value: F('0', 'row', 'decision:d-1:assist'), line: '0', unit: 'row', result: 'PASS', inputs: [] },
    { label: B('户籍在本市', 'Registered in the city'), value: F('360999', '', 'decision:d-1:region'), line: '3609', result: 'FAIL', inputs: [] },
    { label: B('每名成年人都有上年收入记录', 'Every adult has an income on record'), value: F(null, 'CNY', 'decision:d-1:missing'), line: null, result: 'CANNOT_TELL', inputs: [], mend: B('请人社局或民政局补录李*2025 年收入（零收入也要录 0.00）。', 'Human Resources or Civil Affairs should record the 2025 income of 李* (0.00 when there is none).') },
  ],
};

export const accountNames = { 'data-officer': B('数据局 数据管理员', 'Data officer'), 'county-officer': B('县级民政审批人', 'County officer'), steward: B('数据治理专员', 'Steward'), auditor: B('审计管理员', 'Auditor') };
export const alerts = { total: 9, rows: Array.from({ length: 9 }, (_, i) => ({ id: `a-${i}`, scene: 'anti-poverty', level: ['YELLOW', 'ORANGE', 'BLUE', 'RED'][i % 4], title: B('医疗自付超过上年家庭收入两倍', 'Medical costs above twice the income'), reason: B('自付86532.50元，收入41200.00元', 'Paid 86532.50 CNY, income 41200.00 CNY'), subjectName: names[i % 7], place: place(i), state: i === 3 ? 'WITHDRAWN' : i % 2 ? 'HANDLED' : 'RAISED', raisedAt: at(i * 11), caseId: `c-3609-00${i}`, decisionId: 'd-1' })) };
export { B, F, at, form, place, names, receipt };
