/**
 * Cells, formats, grid ranges and dimensions: the message types of
 * Google's discovery document for Sheets v4 (revision 20260921), in the notation that parse-message-types.ts explains.
 * Nothing is left out because our own programs do not send it, and nothing is added.
 */
export const cellTypes = `
CellData chipRuns:refused dataSourceFormula:refused dataSourceTable:refused dataValidation:DataValidationRule
  effectiveFormat:CellFormat effectiveValue:ExtendedValue formattedValue:s hyperlink:s note:s pivotTable:refused
  textFormatRuns:TextFormatRun[] userEnteredFormat:CellFormat userEnteredValue:ExtendedValue
DataValidationRule condition:BooleanCondition inputMessage:s showCustomUi:b strict:b
BooleanCondition
  type:(CONDITION_TYPE_UNSPECIFIED|NUMBER_GREATER|NUMBER_GREATER_THAN_EQ|NUMBER_LESS|NUMBER_LESS_THAN_EQ|NUMBER_EQ|NUMBER_NOT_EQ|NUMBER_BETWEEN|NUMBER_NOT_BETWEEN|TEXT_CONTAINS|TEXT_NOT_CONTAINS|TEXT_STARTS_WITH|TEXT_ENDS_WITH|TEXT_EQ|TEXT_IS_EMAIL|TEXT_IS_URL|DATE_EQ|DATE_BEFORE|DATE_AFTER|DATE_ON_OR_BEFORE|DATE_ON_OR_AFTER|DATE_BETWEEN|DATE_NOT_BETWEEN|DATE_IS_VALID|ONE_OF_RANGE|ONE_OF_LIST|BLANK|NOT_BLANK|CUSTOM_FORMULA|BOOLEAN|TEXT_NOT_EQ|DATE_NOT_EQ|FILTER_EXPRESSION)
  values:ConditionValue[]
ConditionValue relativeDate:(RELATIVE_DATE_UNSPECIFIED|PAST_YEAR|PAST_MONTH|PAST_WEEK|YESTERDAY|TODAY|TOMORROW)
  userEnteredValue:s
CellFormat backgroundColor:Color backgroundColorStyle:ColorStyle borders:Borders
  horizontalAlignment:(HORIZONTAL_ALIGN_UNSPECIFIED|LEFT|CENTER|RIGHT)
  hyperlinkDisplayType:(HYPERLINK_DISPLAY_TYPE_UNSPECIFIED|LINKED|PLAIN_TEXT) numberFormat:NumberFormat
  padding:Padding textDirection:(TEXT_DIRECTION_UNSPECIFIED|LEFT_TO_RIGHT|RIGHT_TO_LEFT) textFormat:TextFormat
  textRotation:TextRotation verticalAlignment:(VERTICAL_ALIGN_UNSPECIFIED|TOP|MIDDLE|BOTTOM)
  wrapStrategy:(WRAP_STRATEGY_UNSPECIFIED|OVERFLOW_CELL|LEGACY_WRAP|CLIP|WRAP)
Color alpha:n blue:n green:n red:n
ColorStyle rgbColor:Color
  themeColor:(THEME_COLOR_TYPE_UNSPECIFIED|TEXT|BACKGROUND|ACCENT1|ACCENT2|ACCENT3|ACCENT4|ACCENT5|ACCENT6|LINK)
Borders bottom:Border left:Border right:Border top:Border
Border color:Color colorStyle:ColorStyle
  style:(STYLE_UNSPECIFIED|DOTTED|DASHED|SOLID|SOLID_MEDIUM|SOLID_THICK|NONE|DOUBLE) width:i
NumberFormat pattern:s
  type:(NUMBER_FORMAT_TYPE_UNSPECIFIED|TEXT|NUMBER|PERCENT|CURRENCY|DATE|TIME|DATE_TIME|SCIENTIFIC)
Padding bottom:i left:i right:i top:i
TextFormat bold:b fontFamily:s fontSize:i foregroundColor:Color foregroundColorStyle:ColorStyle italic:b link:Link
  strikethrough:b underline:b
Link uri:s
TextRotation angle:i vertical:b
ExtendedValue boolValue:b errorValue:ErrorValue formulaValue:s numberValue:n stringValue:s
ErrorValue message:s type:(ERROR_TYPE_UNSPECIFIED|ERROR|NULL_VALUE|DIVIDE_BY_ZERO|VALUE|REF|NAME|NUM|N_A|LOADING)
TextFormatRun format:TextFormat startIndex:i
GridRange endColumnIndex:i endRowIndex:i sheetId:i startColumnIndex:i startRowIndex:i
GridData columnMetadata:DimensionProperties[] rowData:RowData[] rowMetadata:DimensionProperties[] startColumn:i
  startRow:i
DimensionProperties dataSourceColumnReference:refused developerMetadata:DeveloperMetadata[] hiddenByFilter:b
  hiddenByUser:b pixelSize:i
DeveloperMetadata location:DeveloperMetadataLocation metadataId:i metadataKey:s metadataValue:s
  visibility:(DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED|DOCUMENT|PROJECT)
DeveloperMetadataLocation dimensionRange:DimensionRange
  locationType:(DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED|ROW|COLUMN|SHEET|SPREADSHEET) sheetId:i spreadsheet:b
DimensionRange dimension:(DIMENSION_UNSPECIFIED|ROWS|COLUMNS) endIndex:i sheetId:i startIndex:i
RowData values:CellData[]
`;
