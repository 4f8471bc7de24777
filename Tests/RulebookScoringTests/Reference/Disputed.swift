/// Where engine and reference read the language differently: what the generator leaves out until that is settled.
///
/// Each has a test of its own that says which reading the language supports.
enum Disputed {
  /// 其余：得N分 in an item whose bounds are its children's.
  static let grantsOfPoints = false
  /// 保留：各项 and what 其余 grants.
  static let roundedGrants = true
  /// 其余：得满分 of an item with a 加分 child.
  static let fullMarkBesideBonus = false
  /// 扣完为止 in an item that also awards, or that can go below 0.
  static let exhaustionInMixedItems = false
  /// 此项不得分 beside 本项最多扣.
  static let zeroBesideItemLimit = false
}
