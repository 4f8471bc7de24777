/// A small year on disk: a rulebook, a register and the ledgers of two offices.
enum SampleFiles {
  static let rulebook = """
    【细则：样例考核细则】
    【年度：2013】
    【保留：总分2位小数】
    一、日常工作（10分）（由办公室考核）
    投诉查实的【投诉】，每起扣0.2分。
    【例：投诉2起，本项得9.6分】
    二、安全（倒扣分2分）（由安监局考核）
    发生事故的【事故】，每起扣1分。

    """
  static let register = "单位,简称\n市财政局,财政局\n市教育局,教育局\n"
  static let office = "单位,证据,数量\n市财政局,投诉,2\n"
  static let safety = "单位,证据,数量\n市教育局,事故,1\n"

  static func fill(_ workspace: Workspace) throws {
    try workspace.write("rulebooks/2013.rulebook", rulebook)
    try workspace.write("台账/单位名册.csv", register)
    try workspace.write("台账/台账-办公室.csv", office)
    try workspace.write("台账/台账-安监局.csv", safety)
  }

  /// A workspace with all of it.
  static func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try fill(workspace)
    return workspace
  }
}
