import RulebookModel
import RulebookSyntax

extension Item {
  /// Number and title: 二、职能工作, （三）服务经济发展.
  var heading: String {
    switch kind {
    case .document: return title
    case .row, .subrow: return title
    case .numbered(let number):
      guard !title.isEmpty else { return number.text }
      switch number.style {
      case .chinese: return number.text + "、" + title
      case .arabic: return number.text + "." + title
      case .article, .dotted: return number.text + " " + title
      case .parenthesizedChinese, .parenthesizedArabic, .circled: return number.text + title
      }
    }
  }
}
