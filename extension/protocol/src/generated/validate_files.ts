// @ts-nocheck
// Made by `npm run protocol` from extension/protocol/src/schemas; edit those.

export const ExerciseManifest = validate22;
const schema7 = {"type":"object","required":["kind","title","minutes","concepts","summary","hints","stub"],"properties":{"kind":{"$ref":"#/$defs/ExerciseKind"},"title":{"type":"string","pattern":"\\S"},"minutes":{"type":"number","exclusiveMinimum":0},"concepts":{"type":"array","items":{"type":"string","pattern":"\\S"},"minItems":1},"summary":{"type":"string","pattern":"\\S"},"module":{"type":"string","pattern":"\\S"},"hints":{"type":"array","items":{"type":"string","pattern":"\\S"},"minItems":3,"maxItems":3},"limit":{"type":"number","exclusiveMinimum":0},"environment":{"type":"boolean"},"stub":{"$ref":"#/$defs/Stub"},"mutants":{"type":"object","patternProperties":{"^.*$":{"type":"object","required":["thought"],"properties":{"thought":{"type":"string","pattern":"\\S"},"killed_by":{"type":"array","items":{"type":"object","required":["test","because"],"properties":{"test":{"type":"string","pattern":"\\S"},"because":{"type":"string","pattern":"\\S"}},"additionalProperties":false}},"compile_error":{"type":"string","pattern":"^E\\d{4}$"}},"additionalProperties":false}}},"predictions":{"type":"object","patternProperties":{"^.*$":{"type":"object","required":["answer","because"],"properties":{"answer":{"type":"integer","minimum":1,"maximum":4},"because":{"type":"string","pattern":"\\S"}},"additionalProperties":false}}},"guide":{"type":"array","items":{"type":"object","required":["title","url"],"properties":{"title":{"type":"string","pattern":"\\S"},"url":{"type":"string","pattern":"\\S"}},"additionalProperties":false}}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const schema8 = {"enum":["cargo","extension","python"]};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(((data === "cargo") || (data === "extension")) || (data === "python"))){
const err0 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema8.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

const schema9 = {"type":"object","required":["stops_at"],"properties":{"compile_error":{"type":"string","pattern":"^E\\d{4}$"},"fails":{"type":"array","items":{"type":"object","required":["test","because"],"properties":{"test":{"type":"string","pattern":"\\S"},"because":{"type":"string","pattern":"\\S"}},"additionalProperties":false}},"stops_at":{"type":"string","pattern":"\\S"}},"additionalProperties":false};
const pattern5 = new RegExp("^E\\d{4}$", "u");
const pattern0 = new RegExp("\\S", "u");

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stops_at === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stops_at"},message:"must have required property '"+"stops_at"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "compile_error") || (key0 === "fails")) || (key0 === "stops_at"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.compile_error !== undefined){
let data0 = data.compile_error;
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
const err2 = {instancePath:instancePath+"/compile_error",schemaPath:"#/properties/compile_error/pattern",keyword:"pattern",params:{pattern: "^E\\d{4}$"},message:"must match pattern \""+"^E\\d{4}$"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/compile_error",schemaPath:"#/properties/compile_error/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.fails !== undefined){
let data1 = data.fails;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.test === undefined){
const err4 = {instancePath:instancePath+"/fails/" + i0,schemaPath:"#/properties/fails/items/required",keyword:"required",params:{missingProperty: "test"},message:"must have required property '"+"test"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2.because === undefined){
const err5 = {instancePath:instancePath+"/fails/" + i0,schemaPath:"#/properties/fails/items/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data2){
if(!((key1 === "test") || (key1 === "because"))){
const err6 = {instancePath:instancePath+"/fails/" + i0,schemaPath:"#/properties/fails/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.test !== undefined){
let data3 = data2.test;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err7 = {instancePath:instancePath+"/fails/" + i0+"/test",schemaPath:"#/properties/fails/items/properties/test/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/fails/" + i0+"/test",schemaPath:"#/properties/fails/items/properties/test/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.because !== undefined){
let data4 = data2.because;
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err9 = {instancePath:instancePath+"/fails/" + i0+"/because",schemaPath:"#/properties/fails/items/properties/because/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/fails/" + i0+"/because",schemaPath:"#/properties/fails/items/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/fails/" + i0,schemaPath:"#/properties/fails/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/fails",schemaPath:"#/properties/fails/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.stops_at !== undefined){
let data5 = data.stops_at;
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
const err13 = {instancePath:instancePath+"/stops_at",schemaPath:"#/properties/stops_at/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/stops_at",schemaPath:"#/properties/stops_at/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const pattern9 = new RegExp("^.*$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.minutes === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "minutes"},message:"must have required property '"+"minutes"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.concepts === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "concepts"},message:"must have required property '"+"concepts"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.summary === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "summary"},message:"must have required property '"+"summary"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.hints === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hints"},message:"must have required property '"+"hints"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.stub === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stub"},message:"must have required property '"+"stub"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema7.properties, key0))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.kind !== undefined){
if(!(validate23(data.kind, {instancePath:instancePath+"/kind",parentData:data,parentDataProperty:"kind",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.title !== undefined){
let data1 = data.title;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.minutes !== undefined){
let data2 = data.minutes;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 <= 0 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/minutes",schemaPath:"#/properties/minutes/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/minutes",schemaPath:"#/properties/minutes/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.concepts !== undefined){
let data3 = data.concepts;
if(Array.isArray(data3)){
if(data3.length < 1){
const err12 = {instancePath:instancePath+"/concepts",schemaPath:"#/properties/concepts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
const err13 = {instancePath:instancePath+"/concepts/" + i0,schemaPath:"#/properties/concepts/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/concepts/" + i0,schemaPath:"#/properties/concepts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/concepts",schemaPath:"#/properties/concepts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.summary !== undefined){
let data5 = data.summary;
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
const err16 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.module !== undefined){
let data6 = data.module;
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
const err18 = {instancePath:instancePath+"/module",schemaPath:"#/properties/module/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/module",schemaPath:"#/properties/module/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.hints !== undefined){
let data7 = data.hints;
if(Array.isArray(data7)){
if(data7.length > 3){
const err20 = {instancePath:instancePath+"/hints",schemaPath:"#/properties/hints/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data7.length < 3){
const err21 = {instancePath:instancePath+"/hints",schemaPath:"#/properties/hints/minItems",keyword:"minItems",params:{limit: 3},message:"must NOT have fewer than 3 items"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(typeof data8 === "string"){
if(!pattern0.test(data8)){
const err22 = {instancePath:instancePath+"/hints/" + i1,schemaPath:"#/properties/hints/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/hints/" + i1,schemaPath:"#/properties/hints/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/hints",schemaPath:"#/properties/hints/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.limit !== undefined){
let data9 = data.limit;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 <= 0 || isNaN(data9)){
const err25 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.environment !== undefined){
if(typeof data.environment !== "boolean"){
const err27 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.stub !== undefined){
if(!(validate25(data.stub, {instancePath:instancePath+"/stub",parentData:data,parentDataProperty:"stub",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.mutants !== undefined){
let data12 = data.mutants;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
if(pattern9.test(key1)){
let data13 = data12[key1];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.thought === undefined){
const err28 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/required",keyword:"required",params:{missingProperty: "thought"},message:"must have required property '"+"thought"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key2 in data13){
if(!(((key2 === "thought") || (key2 === "killed_by")) || (key2 === "compile_error"))){
const err29 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data13.thought !== undefined){
let data14 = data13.thought;
if(typeof data14 === "string"){
if(!pattern0.test(data14)){
const err30 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/thought",schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/thought/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/thought",schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/thought/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data13.killed_by !== undefined){
let data15 = data13.killed_by;
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.test === undefined){
const err32 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/killed_by/" + i2,schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/killed_by/items/required",keyword:"required",params:{missingProperty: "test"},message:"must have required property '"+"test"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data16.because === undefined){
const err33 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/killed_by/" + i2,schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/killed_by/items/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key3 in data16){
if(!((key3 === "test") || (key3 === "because"))){
const err34 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/killed_by/" + i2,schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/killed_by/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data16.test !== undefined){
let data17 = data16.test;
if(typeof data17 === "string"){
if(!pattern0.test(data17)){
const err35 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/killed_by/" + i2+"/test",schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/killed_by/items/properties/test/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/killed_by/" + i2+"/test",schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/killed_by/items/properties/test/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data16.because !== undefined){
let data18 = data16.because;
if(typeof data18 === "string"){
if(!pattern0.test(data18)){
const err37 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/killed_by/" + i2+"/because",schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/killed_by/items/properties/because/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/killed_by/" + i2+"/because",schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/killed_by/items/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/killed_by/" + i2,schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/killed_by/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/killed_by",schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/killed_by/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data13.compile_error !== undefined){
let data19 = data13.compile_error;
if(typeof data19 === "string"){
if(!pattern5.test(data19)){
const err41 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/compile_error",schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/compile_error/pattern",keyword:"pattern",params:{pattern: "^E\\d{4}$"},message:"must match pattern \""+"^E\\d{4}$"+"\""};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/compile_error",schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/properties/compile_error/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/mutants/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/mutants/patternProperties/%5E.*%24/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
}
else {
const err44 = {instancePath:instancePath+"/mutants",schemaPath:"#/properties/mutants/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.predictions !== undefined){
let data20 = data.predictions;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key4 in data20){
if(pattern9.test(key4)){
let data21 = data20[key4];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.answer === undefined){
const err45 = {instancePath:instancePath+"/predictions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/predictions/patternProperties/%5E.*%24/required",keyword:"required",params:{missingProperty: "answer"},message:"must have required property '"+"answer"+"'"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data21.because === undefined){
const err46 = {instancePath:instancePath+"/predictions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/predictions/patternProperties/%5E.*%24/required",keyword:"required",params:{missingProperty: "because"},message:"must have required property '"+"because"+"'"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key5 in data21){
if(!((key5 === "answer") || (key5 === "because"))){
const err47 = {instancePath:instancePath+"/predictions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/predictions/patternProperties/%5E.*%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data21.answer !== undefined){
let data22 = data21.answer;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err48 = {instancePath:instancePath+"/predictions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/answer",schemaPath:"#/properties/predictions/patternProperties/%5E.*%24/properties/answer/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 4 || isNaN(data22)){
const err49 = {instancePath:instancePath+"/predictions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/answer",schemaPath:"#/properties/predictions/patternProperties/%5E.*%24/properties/answer/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4},message:"must be <= 4"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data22 < 1 || isNaN(data22)){
const err50 = {instancePath:instancePath+"/predictions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/answer",schemaPath:"#/properties/predictions/patternProperties/%5E.*%24/properties/answer/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data21.because !== undefined){
let data23 = data21.because;
if(typeof data23 === "string"){
if(!pattern0.test(data23)){
const err51 = {instancePath:instancePath+"/predictions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/because",schemaPath:"#/properties/predictions/patternProperties/%5E.*%24/properties/because/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/predictions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/because",schemaPath:"#/properties/predictions/patternProperties/%5E.*%24/properties/because/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/predictions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/predictions/patternProperties/%5E.*%24/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
}
else {
const err54 = {instancePath:instancePath+"/predictions",schemaPath:"#/properties/predictions/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.guide !== undefined){
let data24 = data.guide;
if(Array.isArray(data24)){
const len3 = data24.length;
for(let i3=0; i3<len3; i3++){
let data25 = data24[i3];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.title === undefined){
const err55 = {instancePath:instancePath+"/guide/" + i3,schemaPath:"#/properties/guide/items/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data25.url === undefined){
const err56 = {instancePath:instancePath+"/guide/" + i3,schemaPath:"#/properties/guide/items/required",keyword:"required",params:{missingProperty: "url"},message:"must have required property '"+"url"+"'"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
for(const key6 in data25){
if(!((key6 === "title") || (key6 === "url"))){
const err57 = {instancePath:instancePath+"/guide/" + i3,schemaPath:"#/properties/guide/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data25.title !== undefined){
let data26 = data25.title;
if(typeof data26 === "string"){
if(!pattern0.test(data26)){
const err58 = {instancePath:instancePath+"/guide/" + i3+"/title",schemaPath:"#/properties/guide/items/properties/title/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/guide/" + i3+"/title",schemaPath:"#/properties/guide/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data25.url !== undefined){
let data27 = data25.url;
if(typeof data27 === "string"){
if(!pattern0.test(data27)){
const err60 = {instancePath:instancePath+"/guide/" + i3+"/url",schemaPath:"#/properties/guide/items/properties/url/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/guide/" + i3+"/url",schemaPath:"#/properties/guide/items/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/guide/" + i3,schemaPath:"#/properties/guide/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/guide",schemaPath:"#/properties/guide/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

