/** Parts that customers of the demo company are named from; no such company is meant. */
export const taiwanRoots: readonly (readonly [string, string])[] = [
  ['Chenfeng', '辰豐'], ['Hongyu', '宏裕'], ['Jiasheng', '佳盛'], ['Liyang', '立揚'], ['Mingchuan', '銘川'], ['Ruilin', '瑞霖'],
  ['Shengde', '晟德'], ['Taihe', '泰禾'], ['Weijing', '偉景'], ['Xinguang', '昕光'], ['Yonglian', '永聯'], ['Zhaoting', '兆霆'],
  ['Baishan', '柏山'], ['Dongxu', '東旭'], ['Fuyuan', '福源'], ['Guanlan', '冠嵐'], ['Haocheng', '豪誠'], ['Jinghua', '晶華光'],
  ['Kaiwei', '凱威'], ['Lanxi', '蘭溪'], ['Nanxing', '南興'], ['Pingan', '平岸'], ['Qiming', '啟銘'], ['Songbo', '松柏林'],
  ['Tongda', '彤達'], ['Wanquan', '萬荃'], ['Yijun', '奕鈞'], ['Zhuoyue', '卓岳'], ['Anze', '安澤'], ['Chuanfu', '川富'],
  ['Enhui', '恩暉'], ['Fengmao', '豐茂'], ['Guangqi', '光啟'], ['Huanyu', '寰宇林'], ['Jukai', '聚凱'], ['Lehe', '樂禾'],
  ['Maolin', '茂霖'], ['Peizhong', '培中'], ['Ronghua', '榕樺'], ['Shuoyang', '碩陽'],
];

export const taiwanTrades: readonly (readonly [string, string, string])[] = [
  ['Precision', '精密', 'Machinery'], ['Machinery', '機械', 'Machinery'], ['Tooling', '工具機', 'Machinery'],
  ['Electronics', '電子', 'Electronics'], ['Optoelectronics', '光電', 'Electronics'], ['Semiconductor', '半導體', 'Semiconductor'],
  ['Foods', '食品', 'Food'], ['Logistics', '物流', 'Logistics'], ['Shipping', '航運', 'Logistics'], ['Textiles', '紡織', 'Textiles'],
  ['Biotech', '生技', 'Health'], ['Steel', '鋼鐵', 'Machinery'], ['Plastics', '塑膠', 'Chemicals'], ['Energy', '能源', 'Energy'],
];

export const overseasRoots: readonly (readonly [string, string])[] = [
  ['Kitahara', 'Japan'], ['Minamoto Seiki', 'Japan'], ['Shirakawa', 'Japan'], ['Tachibana', 'Japan'], ['Hayase', 'Japan'],
  ['Westbrook', 'United States'], ['Harlan Peak', 'United States'], ['Blue Mesa', 'United States'], ['Ridgeline', 'United States'],
  ['Northgate', 'United States'], ['Hallmann', 'Germany'], ['Brenner & Voss', 'Germany'], ['Weserland', 'Germany'], ['Lindqvist', 'Sweden'],
  ['Van der Meer', 'Netherlands'], ['Castellani', 'Italy'], ['Suriya', 'Thailand'], ['Minh Long', 'Vietnam'], ['Selangor', 'Malaysia'],
  ['Merlion', 'Singapore'],
];

export const overseasTrades: readonly (readonly [string, string])[] = [
  ['Robotics', 'Machinery'], ['Automation', 'Machinery'], ['Packaging', 'Food'], ['Components', 'Electronics'], ['Devices', 'Electronics'],
  ['Freight', 'Logistics'], ['Motors', 'Machinery'], ['Instruments', 'Health'], ['Power', 'Energy'],
];

export const nextSteps: readonly (readonly [string, string])[] = [
  ['Send the revised quote', '寄出修訂報價'], ['Visit the line with an engineer', '與工程師到產線現勘'], ['Demo of Fleet Console', '展示機隊管理平台'],
  ['Call the buyer about the budget', '致電採購確認預算'], ['Agree the acceptance test', '確認驗收項目'], ['Send the reference case', '提供成功案例'],
  ['Meeting with the plant manager', '與廠長開會'], ['Answer the security questionnaire', '回覆資安問卷'],
];
