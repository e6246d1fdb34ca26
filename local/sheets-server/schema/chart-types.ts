/**
 * Embedded charts: the message types of
 * Google's discovery document for Sheets v4 (revision 20260921), in the notation that parse-message-types.ts explains.
 * Nothing is left out because our own programs do not send it, and nothing is added.
 */
export const chartTypes = `
EmbeddedChart border:EmbeddedObjectBorder chartId:i position:EmbeddedObjectPosition spec:ChartSpec
EmbeddedObjectBorder color:Color colorStyle:ColorStyle
EmbeddedObjectPosition newSheet:b overlayPosition:OverlayPosition sheetId:i
OverlayPosition anchorCell:GridCoordinate heightPixels:i offsetXPixels:i offsetYPixels:i widthPixels:i
GridCoordinate columnIndex:i rowIndex:i sheetId:i
ChartSpec altText:s backgroundColor:Color backgroundColorStyle:ColorStyle basicChart:BasicChartSpec
  bubbleChart:BubbleChartSpec candlestickChart:CandlestickChartSpec dataSourceChartProperties:refused
  filterSpecs:FilterSpec[] fontName:s
  hiddenDimensionStrategy:(CHART_HIDDEN_DIMENSION_STRATEGY_UNSPECIFIED|SKIP_HIDDEN_ROWS_AND_COLUMNS|SKIP_HIDDEN_ROWS|SKIP_HIDDEN_COLUMNS|SHOW_ALL)
  histogramChart:HistogramChartSpec maximized:b orgChart:OrgChartSpec pieChart:PieChartSpec
  scorecardChart:ScorecardChartSpec sortSpecs:SortSpec[] subtitle:s subtitleTextFormat:TextFormat
  subtitleTextPosition:TextPosition title:s titleTextFormat:TextFormat titleTextPosition:TextPosition
  treemapChart:TreemapChartSpec waterfallChart:WaterfallChartSpec
BasicChartSpec axis:BasicChartAxis[]
  chartType:(BASIC_CHART_TYPE_UNSPECIFIED|BAR|LINE|AREA|COLUMN|SCATTER|COMBO|STEPPED_AREA)
  compareMode:(BASIC_CHART_COMPARE_MODE_UNSPECIFIED|DATUM|CATEGORY) domains:BasicChartDomain[] headerCount:i
  interpolateNulls:b
  legendPosition:(BASIC_CHART_LEGEND_POSITION_UNSPECIFIED|BOTTOM_LEGEND|LEFT_LEGEND|RIGHT_LEGEND|TOP_LEGEND|NO_LEGEND)
  lineSmoothing:b series:BasicChartSeries[]
  stackedType:(BASIC_CHART_STACKED_TYPE_UNSPECIFIED|NOT_STACKED|STACKED|PERCENT_STACKED) threeDimensional:b
  totalDataLabel:DataLabel
BasicChartAxis format:TextFormat position:(BASIC_CHART_AXIS_POSITION_UNSPECIFIED|BOTTOM_AXIS|LEFT_AXIS|RIGHT_AXIS)
  title:s titleTextPosition:TextPosition viewWindowOptions:ChartAxisViewWindowOptions
TextPosition horizontalAlignment:(HORIZONTAL_ALIGN_UNSPECIFIED|LEFT|CENTER|RIGHT)
ChartAxisViewWindowOptions viewWindowMax:n viewWindowMin:n
  viewWindowMode:(DEFAULT_VIEW_WINDOW_MODE|VIEW_WINDOW_MODE_UNSUPPORTED|EXPLICIT|PRETTY)
BasicChartDomain domain:ChartData reversed:b
ChartData aggregateType:(CHART_AGGREGATE_TYPE_UNSPECIFIED|AVERAGE|COUNT|MAX|MEDIAN|MIN|SUM) columnReference:refused
  groupRule:ChartGroupRule sourceRange:ChartSourceRange
ChartGroupRule dateTimeRule:ChartDateTimeRule histogramRule:ChartHistogramRule
ChartDateTimeRule
  type:(CHART_DATE_TIME_RULE_TYPE_UNSPECIFIED|SECOND|MINUTE|HOUR|HOUR_MINUTE|HOUR_MINUTE_AMPM|DAY_OF_WEEK|DAY_OF_YEAR|DAY_OF_MONTH|DAY_MONTH|MONTH|QUARTER|YEAR|YEAR_MONTH|YEAR_QUARTER|YEAR_MONTH_DAY)
ChartHistogramRule intervalSize:n maxValue:n minValue:n
ChartSourceRange sources:GridRange[]
BasicChartSeries color:Color colorStyle:ColorStyle dataLabel:DataLabel lineStyle:LineStyle pointStyle:PointStyle
  series:ChartData styleOverrides:BasicSeriesDataPointStyleOverride[]
  targetAxis:(BASIC_CHART_AXIS_POSITION_UNSPECIFIED|BOTTOM_AXIS|LEFT_AXIS|RIGHT_AXIS)
  type:(BASIC_CHART_TYPE_UNSPECIFIED|BAR|LINE|AREA|COLUMN|SCATTER|COMBO|STEPPED_AREA)
DataLabel customLabelData:ChartData
  placement:(DATA_LABEL_PLACEMENT_UNSPECIFIED|CENTER|LEFT|RIGHT|ABOVE|BELOW|INSIDE_END|INSIDE_BASE|OUTSIDE_END)
  textFormat:TextFormat type:(DATA_LABEL_TYPE_UNSPECIFIED|NONE|DATA|CUSTOM)
LineStyle
  type:(LINE_DASH_TYPE_UNSPECIFIED|INVISIBLE|CUSTOM|SOLID|DOTTED|MEDIUM_DASHED|MEDIUM_DASHED_DOTTED|LONG_DASHED|LONG_DASHED_DOTTED)
  width:i
PointStyle shape:(POINT_SHAPE_UNSPECIFIED|CIRCLE|DIAMOND|HEXAGON|PENTAGON|SQUARE|STAR|TRIANGLE|X_MARK) size:n
BasicSeriesDataPointStyleOverride color:Color colorStyle:ColorStyle index:i pointStyle:PointStyle
BubbleChartSpec bubbleBorderColor:Color bubbleBorderColorStyle:ColorStyle bubbleLabels:ChartData bubbleMaxRadiusSize:i
  bubbleMinRadiusSize:i bubbleOpacity:n bubbleSizes:ChartData bubbleTextStyle:TextFormat domain:ChartData
  groupIds:ChartData
  legendPosition:(BUBBLE_CHART_LEGEND_POSITION_UNSPECIFIED|BOTTOM_LEGEND|LEFT_LEGEND|RIGHT_LEGEND|TOP_LEGEND|NO_LEGEND|INSIDE_LEGEND)
  series:ChartData
CandlestickChartSpec data:CandlestickData[] domain:CandlestickDomain
CandlestickData closeSeries:CandlestickSeries highSeries:CandlestickSeries lowSeries:CandlestickSeries
  openSeries:CandlestickSeries
CandlestickSeries data:ChartData
CandlestickDomain data:ChartData reversed:b
FilterSpec columnIndex:i dataSourceColumnReference:refused filterCriteria:FilterCriteria
FilterCriteria condition:BooleanCondition hiddenValues:s[] visibleBackgroundColor:Color
  visibleBackgroundColorStyle:ColorStyle visibleForegroundColor:Color visibleForegroundColorStyle:ColorStyle
HistogramChartSpec bucketSize:n
  legendPosition:(HISTOGRAM_CHART_LEGEND_POSITION_UNSPECIFIED|BOTTOM_LEGEND|LEFT_LEGEND|RIGHT_LEGEND|TOP_LEGEND|NO_LEGEND|INSIDE_LEGEND)
  outlierPercentile:n series:HistogramSeries[] showItemDividers:b
HistogramSeries barColor:Color barColorStyle:ColorStyle data:ChartData
OrgChartSpec labels:ChartData nodeColor:Color nodeColorStyle:ColorStyle
  nodeSize:(ORG_CHART_LABEL_SIZE_UNSPECIFIED|SMALL|MEDIUM|LARGE) parentLabels:ChartData selectedNodeColor:Color
  selectedNodeColorStyle:ColorStyle tooltips:ChartData
PieChartSpec domain:ChartData
  legendPosition:(PIE_CHART_LEGEND_POSITION_UNSPECIFIED|BOTTOM_LEGEND|LEFT_LEGEND|RIGHT_LEGEND|TOP_LEGEND|NO_LEGEND|LABELED_LEGEND)
  pieHole:n series:ChartData threeDimensional:b
ScorecardChartSpec aggregateType:(CHART_AGGREGATE_TYPE_UNSPECIFIED|AVERAGE|COUNT|MAX|MEDIAN|MIN|SUM)
  baselineValueData:ChartData baselineValueFormat:BaselineValueFormat
  customFormatOptions:ChartCustomNumberFormatOptions keyValueData:ChartData keyValueFormat:KeyValueFormat
  numberFormatSource:(CHART_NUMBER_FORMAT_SOURCE_UNDEFINED|FROM_DATA|CUSTOM) scaleFactor:n
BaselineValueFormat comparisonType:(COMPARISON_TYPE_UNDEFINED|ABSOLUTE_DIFFERENCE|PERCENTAGE_DIFFERENCE) description:s
  negativeColor:Color negativeColorStyle:ColorStyle position:TextPosition positiveColor:Color
  positiveColorStyle:ColorStyle textFormat:TextFormat
ChartCustomNumberFormatOptions prefix:s suffix:s
KeyValueFormat position:TextPosition textFormat:TextFormat
SortSpec backgroundColor:Color backgroundColorStyle:ColorStyle dataSourceColumnReference:refused dimensionIndex:i
  foregroundColor:Color foregroundColorStyle:ColorStyle sortOrder:(SORT_ORDER_UNSPECIFIED|ASCENDING|DESCENDING)
TreemapChartSpec colorData:ChartData colorScale:TreemapChartColorScale headerColor:Color headerColorStyle:ColorStyle
  hideTooltips:b hintedLevels:i labels:ChartData levels:i maxValue:n minValue:n parentLabels:ChartData
  sizeData:ChartData textFormat:TextFormat
TreemapChartColorScale maxValueColor:Color maxValueColorStyle:ColorStyle midValueColor:Color
  midValueColorStyle:ColorStyle minValueColor:Color minValueColorStyle:ColorStyle noDataColor:Color
  noDataColorStyle:ColorStyle
WaterfallChartSpec connectorLineStyle:LineStyle domain:WaterfallChartDomain firstValueIsTotal:b hideConnectorLines:b
  series:WaterfallChartSeries[] stackedType:(WATERFALL_STACKED_TYPE_UNSPECIFIED|STACKED|SEQUENTIAL)
  totalDataLabel:DataLabel
WaterfallChartDomain data:ChartData reversed:b
WaterfallChartSeries customSubtotals:WaterfallChartCustomSubtotal[] data:ChartData dataLabel:DataLabel
  hideTrailingSubtotal:b negativeColumnsStyle:WaterfallChartColumnStyle positiveColumnsStyle:WaterfallChartColumnStyle
  subtotalColumnsStyle:WaterfallChartColumnStyle
WaterfallChartCustomSubtotal dataIsSubtotal:b label:s subtotalIndex:i
WaterfallChartColumnStyle color:Color colorStyle:ColorStyle label:s
`;
