/**
 * Bodies and answers of the values.*, getByDataFilter and developerMetadata methods: the message types of
 * Google's discovery document for Sheets v4 (revision 20260921), in the notation that parse-message-types.ts explains.
 * Nothing is left out because our own programs do not send it, and nothing is added.
 */
export const valuesTypes = `
BatchUpdateValuesRequest data:ValueRange[] includeValuesInResponse:b
  responseDateTimeRenderOption:(SERIAL_NUMBER|FORMATTED_STRING)
  responseValueRenderOption:(FORMATTED_VALUE|UNFORMATTED_VALUE|FORMULA)
  valueInputOption:(INPUT_VALUE_OPTION_UNSPECIFIED|RAW|USER_ENTERED)
ValueRange majorDimension:(DIMENSION_UNSPECIFIED|ROWS|COLUMNS) range:s values:any[][]
BatchGetValuesByDataFilterRequest dataFilters:DataFilter[] dateTimeRenderOption:(SERIAL_NUMBER|FORMATTED_STRING)
  majorDimension:(DIMENSION_UNSPECIFIED|ROWS|COLUMNS) valueRenderOption:(FORMATTED_VALUE|UNFORMATTED_VALUE|FORMULA)
DataFilter a1Range:s developerMetadataLookup:DeveloperMetadataLookup gridRange:GridRange
DeveloperMetadataLookup
  locationMatchingStrategy:(DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED|EXACT_LOCATION|INTERSECTING_LOCATION)
  locationType:(DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED|ROW|COLUMN|SHEET|SPREADSHEET) metadataId:i metadataKey:s
  metadataLocation:DeveloperMetadataLocation metadataValue:s
  visibility:(DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED|DOCUMENT|PROJECT)
BatchUpdateValuesByDataFilterRequest data:DataFilterValueRange[] includeValuesInResponse:b
  responseDateTimeRenderOption:(SERIAL_NUMBER|FORMATTED_STRING)
  responseValueRenderOption:(FORMATTED_VALUE|UNFORMATTED_VALUE|FORMULA)
  valueInputOption:(INPUT_VALUE_OPTION_UNSPECIFIED|RAW|USER_ENTERED)
DataFilterValueRange dataFilter:DataFilter majorDimension:(DIMENSION_UNSPECIFIED|ROWS|COLUMNS) values:any[][]
BatchClearValuesRequest ranges:s[]
BatchClearValuesByDataFilterRequest dataFilters:DataFilter[]
GetSpreadsheetByDataFilterRequest
  commentsViewMode:(COMMENTS_VIEW_MODE_UNSPECIFIED|COMMENTS_VIEW_MODE_DEFAULT_FOR_CURRENT_ACCESS|COMMENTS_VIEW_MODE_OMITTED|COMMENTS_VIEW_MODE_INCLUDED)
  dataFilters:DataFilter[] excludeTablesInBandedRanges:b includeGridData:b
ClearValuesRequest
SearchDeveloperMetadataRequest dataFilters:DataFilter[]
SearchDeveloperMetadataResponse matchedDeveloperMetadata:MatchedDeveloperMetadata[]
MatchedDeveloperMetadata dataFilters:DataFilter[] developerMetadata:DeveloperMetadata
BatchGetValuesResponse spreadsheetId:s valueRanges:ValueRange[]
BatchGetValuesByDataFilterResponse spreadsheetId:s valueRanges:MatchedValueRange[]
MatchedValueRange dataFilters:DataFilter[] valueRange:ValueRange
UpdateValuesResponse spreadsheetId:s updatedCells:i updatedColumns:i updatedData:ValueRange updatedRange:s
  updatedRows:i
BatchUpdateValuesResponse responses:UpdateValuesResponse[] spreadsheetId:s totalUpdatedCells:i totalUpdatedColumns:i
  totalUpdatedRows:i totalUpdatedSheets:i
BatchUpdateValuesByDataFilterResponse responses:UpdateValuesByDataFilterResponse[] spreadsheetId:s totalUpdatedCells:i
  totalUpdatedColumns:i totalUpdatedRows:i totalUpdatedSheets:i
UpdateValuesByDataFilterResponse dataFilter:DataFilter updatedCells:i updatedColumns:i updatedData:ValueRange
  updatedRange:s updatedRows:i
AppendValuesResponse spreadsheetId:s tableRange:s updates:UpdateValuesResponse
ClearValuesResponse clearedRange:s spreadsheetId:s
BatchClearValuesResponse clearedRanges:s[] spreadsheetId:s
BatchClearValuesByDataFilterResponse clearedRanges:s[] spreadsheetId:s
`;
