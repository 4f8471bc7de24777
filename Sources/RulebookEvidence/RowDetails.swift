/// What a ledger says in one row, in its own words.
public struct RowDetails: Sendable, Hashable {
  /// Name of the file, as shown.
  public var file: String
  /// Number of the line in which the row starts, from 1.
  public var line: Int
  /// 日期, as written; may be empty.
  public var date: String
  /// 数量, as written; may be empty.
  public var quantity: String
  /// 说明; may be empty.
  public var reason: String
  /// 材料; may be empty.
  public var material: String
  /// 填报单位; may be empty.
  public var reporter: String
  /// 级别; may be empty.
  public var level: String
  /// 事项; may be empty.
  public var matter: String

  /// The words of one row.
  public init(
    file: String, line: Int, date: String = "", quantity: String = "", reason: String = "",
    material: String = "", reporter: String = "", level: String = "", matter: String = ""
  ) {
    self.file = file
    self.line = line
    self.date = date
    self.quantity = quantity
    self.reason = reason
    self.material = material
    self.reporter = reporter
    self.level = level
    self.matter = matter
  }
}
