export const wall = {
  'wall.title': '城市大脑运行态势',
  'wall.subtitle': '一屏观全城',
  'wall.flow': '数据流入资源池',
  'wall.map': '各县区情况',
  'wall.sketch': '示意图',
  'wall.alerts': '最新预警',
  'wall.noAlerts': '当前没有预警',
  'wall.stages': '案件环节',
  'wall.noStages': '当前没有案件',
  'wall.decisions': '最新判定',
  'wall.noDecisions': '尚无判定',
  'wall.source': '来源',
};
