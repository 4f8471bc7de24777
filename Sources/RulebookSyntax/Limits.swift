/// The sizes beyond which a rulebook is refused, each by its name. No issued 细则 comes near them.
public enum Limits {
  /// 规则文件大小, in bytes.
  public static let fileBytes = 4 << 20
  /// 一行的长度, in bytes.
  public static let lineBytes = 1 << 16
  /// 一个数的位数.
  public static let digits = 40
  /// 名称的长度, in bytes of UTF-8.
  public static let nameBytes = 600
  /// 标题层数.
  public static let headingDepth = 32
  /// 一个注记里的部分.
  public static let parts = 64
  /// The fewest rows of which the highest and the lowest can be left out.
  public static let trimmedRows = 3
  /// 式子里一层套一层的括号.
  public static let formulaDepth = 16
  /// 一层套一层的式子: evidence worked out from evidence that is worked out.
  public static let definitionDepth = 16
  /// 一个式子里的数和运算.
  public static let formulaSteps = 200
  /// 一个证据的等次或级别.
  public static let levels = 64
  /// 全文的等次和级别.
  public static let levelWords = 512
}
