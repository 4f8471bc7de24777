extension Diagnostic {
  /// The greatest number of characters of a title.
  static let longestTitle = 20

  /// `title`, which quotes words of the file, or `plain` where those words make it too long.
  static func title(_ title: String, or plain: String) -> String {
    title.count <= longestTitle ? title : plain
  }

  /// The words in “ ”, parted by 、.
  static func quotedList(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: "、")
  }

  /// The names as a suggestion, or the advice to look them up in `source`.
  static func nearNames(_ near: [String], lookUpIn source: String) -> String {
    near.isEmpty ? "照\(source)里的名称填写" : "相近的有\(quotedList(near))；请核对后改写，不自动更改"
  }
}
