/// Groups of 汉字 that are mistaken for each other by their shape; those that also sound alike need no entry.
enum ShapeGroups {
  /// Whether two characters stand in one group.
  static func areAlike(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    guard let own = places[left.value], let others = places[right.value] else { return false }
    return own.contains { others.contains($0) }
  }

  /// The numbers of the groups in which each character stands.
  private static let places: [UInt32: [Int]] = {
    var places: [UInt32: [Int]] = [:]
    var group = 0
    for scalar in groups {
      if scalar == " " { group += 1 } else { places[scalar.value, default: []].append(group) }
    }
    return places
  }()

  /// Made by hand from common slips in official papers. Left out on purpose: pairs that turn one real office or
  /// score into another, such as 林 and 村, 工 and 土, 计 and 什.
  private static let groups: String.UnicodeScalarView = """
    己已巳 未末 折拆析 拆诉 檀擅 竟竞 候侯 账帐 份分 项顶 没设 没投 干千于 人入 日曰 天夫无 大太犬 \
    午牛 刀力 田由甲申 目自 白自 住往佳 今令 代伐 侍待 拔拨 晴睛情清请 具其 旦且 货贷 逐遂 \
    遣遗 微徽 辨辩瓣 幕墓慕募 蓝篮 薄簿 密蜜 绩积 捡检险验 录绿 享亨 冶治 洽恰 准淮 优忧扰 \
    技枝 责贵 免兔 鸟乌 鸣呜 斤斥 厂广 考老孝 怀坏环 材村 植值 历厉 困因囚 园圆 抢抡枪 \
    抱炮泡 栽裁载 衰哀衷 崇祟 盲肓 卷券 刺剌 母毋 师帅 仿访防妨 幼幻 贪贫 予矛 戊戌戍 \
    场扬杨汤 底低抵 副幅福 赔陪培 稿搞 缴激 撤撒 核该刻 疏蔬 授援 缓援暖 宣宜 延廷庭 完宗宋 \
    官宫 复夏 爱受 徒徙 拢扰 土士 孟盂 拟似 拖施 挂桂 牵率 效郊 综踪 评坪 贯惯 问间闲 阅阔
    """.unicodeScalars
}
