export const wall = {
  'wall.title': 'City Operations',
  'wall.subtitle': 'The city at one glance',
  'wall.flow': 'Facts flowing into the pool',
  'wall.map': 'By county',
  'wall.sketch': 'Sketch map',
  'wall.alerts': 'Newest alerts',
  'wall.noAlerts': 'No alerts at present',
  'wall.stages': 'Cases by stage',
  'wall.noStages': 'No cases at present',
  'wall.decisions': 'Newest decisions',
  'wall.noDecisions': 'No decisions yet',
  'wall.source': 'Source',
};
