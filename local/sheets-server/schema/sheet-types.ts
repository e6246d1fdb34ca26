/**
 * Spreadsheet, sheets and the objects they hold: the message types of
 * Google's discovery document for Sheets v4 (revision 20260921), in the notation that parse-message-types.ts explains.
 * Nothing is left out because our own programs do not send it, and nothing is added.
 */
export const sheetTypes = `
Spreadsheet comments:refused
  commentsViewMode:(COMMENTS_VIEW_MODE_UNSPECIFIED|COMMENTS_VIEW_MODE_DEFAULT_FOR_CURRENT_ACCESS|COMMENTS_VIEW_MODE_OMITTED|COMMENTS_VIEW_MODE_INCLUDED)
  dataSourceSchedules:refused dataSources:refused developerMetadata:DeveloperMetadata[] namedRanges:NamedRange[]
  properties:SpreadsheetProperties sheets:Sheet[] spreadsheetId:s spreadsheetUrl:s
NamedRange name:s namedRangeId:s range:GridRange
SpreadsheetProperties autoRecalc:(RECALCULATION_INTERVAL_UNSPECIFIED|ON_CHANGE|MINUTE|HOUR) defaultFormat:CellFormat
  importFunctionsExternalUrlAccessAllowed:b iterativeCalculationSettings:IterativeCalculationSettings locale:s
  spreadsheetTheme:SpreadsheetTheme timeZone:s title:s
IterativeCalculationSettings convergenceThreshold:n maxIterations:i
SpreadsheetTheme primaryFontFamily:s themeColors:ThemeColorPair[]
ThemeColorPair color:ColorStyle
  colorType:(THEME_COLOR_TYPE_UNSPECIFIED|TEXT|BACKGROUND|ACCENT1|ACCENT2|ACCENT3|ACCENT4|ACCENT5|ACCENT6|LINK)
Sheet bandedRanges:BandedRange[] basicFilter:BasicFilter charts:EmbeddedChart[] columnGroups:DimensionGroup[]
  commentAnchors:CommentAnchor[] conditionalFormats:ConditionalFormatRule[] data:GridData[]
  developerMetadata:DeveloperMetadata[] filterViews:refused merges:GridRange[] properties:SheetProperties
  protectedRanges:ProtectedRange[] rowGroups:DimensionGroup[] slicers:refused tables:refused
BandedRange bandedRangeId:i bandedRangeReference:s columnProperties:BandingProperties range:GridRange
  rowProperties:BandingProperties
BandingProperties firstBandColor:Color firstBandColorStyle:ColorStyle footerColor:Color footerColorStyle:ColorStyle
  headerColor:Color headerColorStyle:ColorStyle secondBandColor:Color secondBandColorStyle:ColorStyle
BasicFilter criteria:map<FilterCriteria> filterSpecs:FilterSpec[] range:GridRange sortSpecs:SortSpec[] tableId:s
DimensionGroup collapsed:b depth:i range:DimensionRange
CommentAnchor anchorId:s range:GridRange
ConditionalFormatRule booleanRule:BooleanRule gradientRule:GradientRule ranges:GridRange[]
BooleanRule condition:BooleanCondition format:CellFormat
GradientRule maxpoint:InterpolationPoint midpoint:InterpolationPoint minpoint:InterpolationPoint
InterpolationPoint color:Color colorStyle:ColorStyle
  type:(INTERPOLATION_POINT_TYPE_UNSPECIFIED|MIN|MAX|NUMBER|PERCENT|PERCENTILE) value:s
SheetProperties dataSourceSheetProperties:refused gridProperties:GridProperties hidden:b index:i rightToLeft:b
  sheetId:i sheetType:(SHEET_TYPE_UNSPECIFIED|GRID|OBJECT|DATA_SOURCE) tabColor:Color tabColorStyle:ColorStyle title:s
GridProperties columnCount:i columnGroupControlAfter:b frozenColumnCount:i frozenRowCount:i hideGridlines:b rowCount:i
  rowGroupControlAfter:b
ProtectedRange description:s editors:Editors namedRangeId:s protectedRangeId:i range:GridRange requestingUserCanEdit:b
  tableId:s unprotectedRanges:GridRange[] warningOnly:b
Editors domainUsersCanEdit:b groups:s[] users:s[]
`;
