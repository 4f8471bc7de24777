extension Diagnostic {
  /// K0801: an example that cannot be read.
  public static func unreadableExample(_ why: String, words: String, at place: Label) -> Diagnostic {
    let form = "【例：投诉查实2起、投诉逾期1件，本项得9.5分】"
    return Diagnostic(
      .unreadableExample, title: words.isEmpty ? "这个例子读不懂" : title("例子里的“\(words)”读不懂", or: "例子里有读不懂的话"),
      at: place, basis: why,
      remedy: words.isEmpty ? "写成\(form)这样" : "改正“\(words)”这一处；例子的写法照\(form)")
  }

  /// K0802: an example whose score or outcome comes out otherwise.
  public static func exampleDiffers(expected: String, found: String, at place: Label, working: String)
    -> Diagnostic
  {
    Diagnostic(
      .exampleDiffers, title: title("例子算出来是\(found)", or: "例子算出来的结果不同"), at: place,
      basis: "例子写的是\(expected)；\(working)",
      remedy: "核对例子，再核对所在条款的分值和注记")
  }

  /// K0803: an example that does not say enough; `figures` are places and means, which one unit alone does not give.
  public static func exampleIncomplete(_ names: [String], figures: [String] = [], at place: Label)
    -> Diagnostic
  {
    let missing = names.isEmpty ? [] : ["没有写到的得分、百分率、数值、目标和上年不能当作0：\(names.joined(separator: "、"))"]
    let unknown = figures.isEmpty ? [] : ["例子里只有一个单位，算不出\(figures.joined(separator: "、"))"]
    return Diagnostic(
      .exampleIncomplete, title: "例子里缺少数据", at: place, basis: (missing + unknown).joined(separator: "；"),
      remedy: figures.isEmpty ? "在例子里写上它们的数值" : "在例子里写上，例如“完成率第2名”“平均年龄的平均40岁”")
  }
}
