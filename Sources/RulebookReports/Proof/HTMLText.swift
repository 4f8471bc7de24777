import RulebookText

extension String {
  /// The words as HTML shows them: nothing in them is a tag, and nothing is hidden.
  var escaped: String {
    var result = ""
    for scalar in madeVisible.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An element of a class with these words in it.
  func element(_ tag: String, _ style: String) -> String {
    "<\(tag) class=\"\(style)\">\(escaped)</\(tag)>"
  }
}
