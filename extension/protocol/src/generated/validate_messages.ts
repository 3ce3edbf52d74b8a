// @ts-nocheck
// Made by `npm run protocol` from extension/protocol/src/schemas; edit those.

export const Hello = validate22;
const schema7 = {"type":"object","required":["protocol"],"properties":{"protocol":{"type":"integer"}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.protocol === undefined) && (missing0 = "protocol")){
validate22.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.protocol !== undefined){
let data0 = data.protocol;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate22.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
}
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}

export const TaskCancel = validate23;
const schema8 = {"type":"object","required":["id"],"properties":{"id":{"type":"string"}}};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.id === undefined) && (missing0 = "id")){
validate23.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.id !== undefined){
if(typeof data.id !== "string"){
validate23.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
else {
validate23.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate23.errors = vErrors;
return errors === 0;
}

export const BuildRequest = validate24;
const schema9 = {"type":"object","required":["id","crate","cwd","notebook","interpreter","tag","profile","features","defaultFeatures","force","install","environment"],"properties":{"id":{"type":"string"},"crate":{"type":["string","null"]},"cwd":{"type":"string"},"notebook":{"type":["string","null"]},"interpreter":{"type":"string"},"tag":{"type":"string"},"profile":{"type":"string"},"features":{"type":"array","items":{"type":"string"}},"defaultFeatures":{"type":"boolean"},"force":{"type":"boolean"},"install":{"type":"boolean"},"environment":{"type":"object","patternProperties":{"^.*$":{"type":"string"}}}}};
const pattern0 = new RegExp("^.*$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.id === undefined) && (missing0 = "id")) || ((data.crate === undefined) && (missing0 = "crate"))) || ((data.cwd === undefined) && (missing0 = "cwd"))) || ((data.notebook === undefined) && (missing0 = "notebook"))) || ((data.interpreter === undefined) && (missing0 = "interpreter"))) || ((data.tag === undefined) && (missing0 = "tag"))) || ((data.profile === undefined) && (missing0 = "profile"))) || ((data.features === undefined) && (missing0 = "features"))) || ((data.defaultFeatures === undefined) && (missing0 = "defaultFeatures"))) || ((data.force === undefined) && (missing0 = "force"))) || ((data.install === undefined) && (missing0 = "install"))) || ((data.environment === undefined) && (missing0 = "environment"))){
validate24.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.id !== undefined){
const _errs1 = errors;
if(typeof data.id !== "string"){
validate24.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.crate !== undefined){
let data1 = data.crate;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate24.errors = [{instancePath:instancePath+"/crate",schemaPath:"#/properties/crate/type",keyword:"type",params:{type: schema9.properties.crate.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cwd !== undefined){
const _errs5 = errors;
if(typeof data.cwd !== "string"){
validate24.errors = [{instancePath:instancePath+"/cwd",schemaPath:"#/properties/cwd/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notebook !== undefined){
let data3 = data.notebook;
const _errs7 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate24.errors = [{instancePath:instancePath+"/notebook",schemaPath:"#/properties/notebook/type",keyword:"type",params:{type: schema9.properties.notebook.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.interpreter !== undefined){
const _errs9 = errors;
if(typeof data.interpreter !== "string"){
validate24.errors = [{instancePath:instancePath+"/interpreter",schemaPath:"#/properties/interpreter/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tag !== undefined){
const _errs11 = errors;
if(typeof data.tag !== "string"){
validate24.errors = [{instancePath:instancePath+"/tag",schemaPath:"#/properties/tag/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.profile !== undefined){
const _errs13 = errors;
if(typeof data.profile !== "string"){
validate24.errors = [{instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.features !== undefined){
let data7 = data.features;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs17 = errors;
if(typeof data7[i0] !== "string"){
validate24.errors = [{instancePath:instancePath+"/features/" + i0,schemaPath:"#/properties/features/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs17 === errors;
if(!valid1){
break;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.defaultFeatures !== undefined){
const _errs19 = errors;
if(typeof data.defaultFeatures !== "boolean"){
validate24.errors = [{instancePath:instancePath+"/defaultFeatures",schemaPath:"#/properties/defaultFeatures/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.force !== undefined){
const _errs21 = errors;
if(typeof data.force !== "boolean"){
validate24.errors = [{instancePath:instancePath+"/force",schemaPath:"#/properties/force/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.install !== undefined){
const _errs23 = errors;
if(typeof data.install !== "boolean"){
validate24.errors = [{instancePath:instancePath+"/install",schemaPath:"#/properties/install/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.environment !== undefined){
let data12 = data.environment;
const _errs25 = errors;
if(errors === _errs25){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
var valid2 = true;
for(const key0 in data12){
if(pattern0.test(key0)){
const _errs27 = errors;
if(typeof data12[key0] !== "string"){
validate24.errors = [{instancePath:instancePath+"/environment/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environment/patternProperties/%5E.*%24/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs27 === errors;
if(!valid2){
break;
}
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate24.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate24.errors = vErrors;
return errors === 0;
}

export const GenerationsRequest = validate25;
const schema10 = {"type":"object","required":["crate","cwd","notebook","tag","environment"],"properties":{"crate":{"type":["string","null"]},"cwd":{"type":"string"},"notebook":{"type":["string","null"]},"tag":{"type":"string"},"environment":{"type":"object","patternProperties":{"^.*$":{"type":"string"}}}}};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.crate === undefined) && (missing0 = "crate")) || ((data.cwd === undefined) && (missing0 = "cwd"))) || ((data.notebook === undefined) && (missing0 = "notebook"))) || ((data.tag === undefined) && (missing0 = "tag"))) || ((data.environment === undefined) && (missing0 = "environment"))){
validate25.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.crate !== undefined){
let data0 = data.crate;
const _errs1 = errors;
if((typeof data0 !== "string") && (data0 !== null)){
validate25.errors = [{instancePath:instancePath+"/crate",schemaPath:"#/properties/crate/type",keyword:"type",params:{type: schema10.properties.crate.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cwd !== undefined){
const _errs3 = errors;
if(typeof data.cwd !== "string"){
validate25.errors = [{instancePath:instancePath+"/cwd",schemaPath:"#/properties/cwd/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notebook !== undefined){
let data2 = data.notebook;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate25.errors = [{instancePath:instancePath+"/notebook",schemaPath:"#/properties/notebook/type",keyword:"type",params:{type: schema10.properties.notebook.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tag !== undefined){
const _errs7 = errors;
if(typeof data.tag !== "string"){
validate25.errors = [{instancePath:instancePath+"/tag",schemaPath:"#/properties/tag/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.environment !== undefined){
let data4 = data.environment;
const _errs9 = errors;
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
var valid1 = true;
for(const key0 in data4){
if(pattern0.test(key0)){
const _errs11 = errors;
if(typeof data4[key0] !== "string"){
validate25.errors = [{instancePath:instancePath+"/environment/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environment/patternProperties/%5E.*%24/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs11 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate25.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate25.errors = vErrors;
return errors === 0;
}

export const VerifyRequest = validate26;
const schema11 = {"type":"object","required":["id","exercise","cwd","notebook","interpreter","tag","environment"],"properties":{"id":{"type":"string"},"exercise":{"type":["string","null"]},"cwd":{"type":"string"},"notebook":{"type":["string","null"]},"interpreter":{"type":"string"},"tag":{"type":"string"},"environment":{"type":"object","patternProperties":{"^.*$":{"type":"string"}}}}};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.id === undefined) && (missing0 = "id")) || ((data.exercise === undefined) && (missing0 = "exercise"))) || ((data.cwd === undefined) && (missing0 = "cwd"))) || ((data.notebook === undefined) && (missing0 = "notebook"))) || ((data.interpreter === undefined) && (missing0 = "interpreter"))) || ((data.tag === undefined) && (missing0 = "tag"))) || ((data.environment === undefined) && (missing0 = "environment"))){
validate26.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.id !== undefined){
const _errs1 = errors;
if(typeof data.id !== "string"){
validate26.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exercise !== undefined){
let data1 = data.exercise;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate26.errors = [{instancePath:instancePath+"/exercise",schemaPath:"#/properties/exercise/type",keyword:"type",params:{type: schema11.properties.exercise.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cwd !== undefined){
const _errs5 = errors;
if(typeof data.cwd !== "string"){
validate26.errors = [{instancePath:instancePath+"/cwd",schemaPath:"#/properties/cwd/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notebook !== undefined){
let data3 = data.notebook;
const _errs7 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate26.errors = [{instancePath:instancePath+"/notebook",schemaPath:"#/properties/notebook/type",keyword:"type",params:{type: schema11.properties.notebook.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.interpreter !== undefined){
const _errs9 = errors;
if(typeof data.interpreter !== "string"){
validate26.errors = [{instancePath:instancePath+"/interpreter",schemaPath:"#/properties/interpreter/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tag !== undefined){
const _errs11 = errors;
if(typeof data.tag !== "string"){
validate26.errors = [{instancePath:instancePath+"/tag",schemaPath:"#/properties/tag/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.environment !== undefined){
let data6 = data.environment;
const _errs13 = errors;
if(errors === _errs13){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
var valid1 = true;
for(const key0 in data6){
if(pattern0.test(key0)){
const _errs15 = errors;
if(typeof data6[key0] !== "string"){
validate26.errors = [{instancePath:instancePath+"/environment/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environment/patternProperties/%5E.*%24/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs15 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate26.errors = [{instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate26.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate26.errors = vErrors;
return errors === 0;
}

export const CourseParams = validate27;
const schema12 = {"type":"object","required":["cwd","notebook"],"properties":{"cwd":{"type":"string"},"notebook":{"type":["string","null"]}}};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.cwd === undefined) && (missing0 = "cwd")) || ((data.notebook === undefined) && (missing0 = "notebook"))){
validate27.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.cwd !== undefined){
const _errs1 = errors;
if(typeof data.cwd !== "string"){
validate27.errors = [{instancePath:instancePath+"/cwd",schemaPath:"#/properties/cwd/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notebook !== undefined){
let data1 = data.notebook;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate27.errors = [{instancePath:instancePath+"/notebook",schemaPath:"#/properties/notebook/type",keyword:"type",params:{type: schema12.properties.notebook.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate27.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate27.errors = vErrors;
return errors === 0;
}

export const ExerciseParams = validate28;
const schema13 = {"type":"object","required":["cwd","notebook","exercise"],"properties":{"cwd":{"type":"string"},"notebook":{"type":["string","null"]},"exercise":{"type":["string","null"]}}};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.cwd === undefined) && (missing0 = "cwd")) || ((data.notebook === undefined) && (missing0 = "notebook"))) || ((data.exercise === undefined) && (missing0 = "exercise"))){
validate28.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.cwd !== undefined){
const _errs1 = errors;
if(typeof data.cwd !== "string"){
validate28.errors = [{instancePath:instancePath+"/cwd",schemaPath:"#/properties/cwd/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notebook !== undefined){
let data1 = data.notebook;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate28.errors = [{instancePath:instancePath+"/notebook",schemaPath:"#/properties/notebook/type",keyword:"type",params:{type: schema13.properties.notebook.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exercise !== undefined){
let data2 = data.exercise;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate28.errors = [{instancePath:instancePath+"/exercise",schemaPath:"#/properties/exercise/type",keyword:"type",params:{type: schema13.properties.exercise.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate28.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate28.errors = vErrors;
return errors === 0;
}

export const SolutionParams = validate29;
const schema14 = {"type":"object","required":["cwd","notebook","exercise","insist"],"properties":{"cwd":{"type":"string"},"notebook":{"type":["string","null"]},"exercise":{"type":["string","null"]},"insist":{"type":"boolean"}}};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.cwd === undefined) && (missing0 = "cwd")) || ((data.notebook === undefined) && (missing0 = "notebook"))) || ((data.exercise === undefined) && (missing0 = "exercise"))) || ((data.insist === undefined) && (missing0 = "insist"))){
validate29.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.cwd !== undefined){
const _errs1 = errors;
if(typeof data.cwd !== "string"){
validate29.errors = [{instancePath:instancePath+"/cwd",schemaPath:"#/properties/cwd/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notebook !== undefined){
let data1 = data.notebook;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate29.errors = [{instancePath:instancePath+"/notebook",schemaPath:"#/properties/notebook/type",keyword:"type",params:{type: schema14.properties.notebook.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exercise !== undefined){
let data2 = data.exercise;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate29.errors = [{instancePath:instancePath+"/exercise",schemaPath:"#/properties/exercise/type",keyword:"type",params:{type: schema14.properties.exercise.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.insist !== undefined){
const _errs7 = errors;
if(typeof data.insist !== "boolean"){
validate29.errors = [{instancePath:instancePath+"/insist",schemaPath:"#/properties/insist/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate29.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate29.errors = vErrors;
return errors === 0;
}

export const PredictionParams = validate30;
const schema15 = {"type":"object","required":["cwd","notebook","name","choice"],"properties":{"cwd":{"type":"string"},"notebook":{"type":["string","null"]},"name":{"type":"string"},"choice":{"type":["integer","null"]}}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.cwd === undefined) && (missing0 = "cwd")) || ((data.notebook === undefined) && (missing0 = "notebook"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.choice === undefined) && (missing0 = "choice"))){
validate30.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.cwd !== undefined){
const _errs1 = errors;
if(typeof data.cwd !== "string"){
validate30.errors = [{instancePath:instancePath+"/cwd",schemaPath:"#/properties/cwd/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notebook !== undefined){
let data1 = data.notebook;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate30.errors = [{instancePath:instancePath+"/notebook",schemaPath:"#/properties/notebook/type",keyword:"type",params:{type: schema15.properties.notebook.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs5 = errors;
if(typeof data.name !== "string"){
validate30.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.choice !== undefined){
let data3 = data.choice;
const _errs7 = errors;
if((!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))) && (data3 !== null)){
validate30.errors = [{instancePath:instancePath+"/choice",schemaPath:"#/properties/choice/type",keyword:"type",params:{type: schema15.properties.choice.type},message:"must be integer,null"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate30.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate30.errors = vErrors;
return errors === 0;
}

export const BuildPayload = validate31;
const schema16 = {"type":"object","required":["version","phase","crate","profile","features","elapsed","manifest","root","progress","waiting","diagnostics","counts","notes","result","error","previous","timings","log"],"properties":{"version":{"type":"number","const":1},"phase":{"$ref":"#/$defs/BuildPhase"},"crate":{"type":"string"},"profile":{"type":"string"},"features":{"type":"array","items":{"type":"string"}},"elapsed":{"type":"number"},"manifest":{"type":["string","null"]},"root":{"type":["string","null"]},"progress":{"anyOf":[{"$ref":"#/$defs/Progress"},{"type":"null"}]},"waiting":{"type":["string","null"]},"diagnostics":{"type":"array","items":{"$ref":"#/$defs/Diagnostic"}},"counts":{"$ref":"#/$defs/DiagnosticCounts"},"notes":{"type":"array","items":{"type":"string"}},"result":{"anyOf":[{"$ref":"#/$defs/BuildResult"},{"type":"null"}]},"error":{"anyOf":[{"$ref":"#/$defs/BuildError"},{"type":"null"}]},"previous":{"type":["integer","null"]},"unloaded":{"enum":["built","installed"]},"timings":{"type":"array","items":{"$ref":"#/$defs/Timing"}},"log":{"type":"string"}}};
const schema17 = {"enum":["planning","building","loading","done","failed","cancelled"]};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!((((((data === "planning") || (data === "building")) || (data === "loading")) || (data === "done")) || (data === "failed")) || (data === "cancelled"))){
validate32.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema17.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate32.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":"object","required":["done","total","crate"],"properties":{"done":{"type":"integer"},"total":{"type":"integer"},"crate":{"type":"string"}}};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.done === undefined) && (missing0 = "done")) || ((data.total === undefined) && (missing0 = "total"))) || ((data.crate === undefined) && (missing0 = "crate"))){
validate34.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.done !== undefined){
let data0 = data.done;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate34.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.total !== undefined){
let data1 = data.total;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate34.errors = [{instancePath:instancePath+"/total",schemaPath:"#/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.crate !== undefined){
const _errs5 = errors;
if(typeof data.crate !== "string"){
validate34.errors = [{instancePath:instancePath+"/crate",schemaPath:"#/properties/crate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate34.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate34.errors = vErrors;
return errors === 0;
}

const schema19 = {"type":"object","required":["message","code","level","spans","rendered","children"],"properties":{"message":{"type":"string"},"code":{"anyOf":[{"$ref":"#/$defs/DiagnosticCode"},{"type":"null"}]},"level":{"enum":["error","warning","note","help","failure-note","error: internal compiler error"]},"spans":{"type":"array","items":{"$ref":"#/$defs/DiagnosticSpan"}},"rendered":{"type":["string","null"]},"children":{"type":"array","items":{"$ref":"#/$defs/Diagnostic"}}}};
const schema20 = {"type":"object","required":["code","explanation"],"properties":{"code":{"type":"string"},"explanation":{"type":["string","null"]}}};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.code === undefined) && (missing0 = "code")) || ((data.explanation === undefined) && (missing0 = "explanation"))){
validate37.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.code !== undefined){
const _errs1 = errors;
if(typeof data.code !== "string"){
validate37.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.explanation !== undefined){
let data1 = data.explanation;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate37.errors = [{instancePath:instancePath+"/explanation",schemaPath:"#/properties/explanation/type",keyword:"type",params:{type: schema20.properties.explanation.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate37.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate37.errors = vErrors;
return errors === 0;
}

const schema21 = {"type":"object","required":["file_name","byte_start","byte_end","line_start","line_end","column_start","column_end","is_primary","label","text","suggested_replacement","suggestion_applicability"],"properties":{"file_name":{"type":"string"},"byte_start":{"type":"integer"},"byte_end":{"type":"integer"},"line_start":{"type":"integer"},"line_end":{"type":"integer"},"column_start":{"type":"integer"},"column_end":{"type":"integer"},"is_primary":{"type":"boolean"},"label":{"type":["string","null"]},"text":{"type":"array","items":{"$ref":"#/$defs/SpanLine"}},"suggested_replacement":{"type":["string","null"]},"suggestion_applicability":{"anyOf":[{"$ref":"#/$defs/Applicability"},{"type":"null"}]}}};
const schema22 = {"type":"object","required":["text","highlight_start","highlight_end"],"properties":{"text":{"type":"string"},"highlight_start":{"type":"integer"},"highlight_end":{"type":"integer"}}};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.text === undefined) && (missing0 = "text")) || ((data.highlight_start === undefined) && (missing0 = "highlight_start"))) || ((data.highlight_end === undefined) && (missing0 = "highlight_end"))){
validate40.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.text !== undefined){
const _errs1 = errors;
if(typeof data.text !== "string"){
validate40.errors = [{instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.highlight_start !== undefined){
let data1 = data.highlight_start;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate40.errors = [{instancePath:instancePath+"/highlight_start",schemaPath:"#/properties/highlight_start/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.highlight_end !== undefined){
let data2 = data.highlight_end;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate40.errors = [{instancePath:instancePath+"/highlight_end",schemaPath:"#/properties/highlight_end/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate40.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate40.errors = vErrors;
return errors === 0;
}

const schema23 = {"enum":["MachineApplicable","MaybeIncorrect","HasPlaceholders","Unspecified"]};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!((((data === "MachineApplicable") || (data === "MaybeIncorrect")) || (data === "HasPlaceholders")) || (data === "Unspecified"))){
validate42.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema23.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate42.errors = vErrors;
return errors === 0;
}


function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.file_name === undefined) && (missing0 = "file_name")) || ((data.byte_start === undefined) && (missing0 = "byte_start"))) || ((data.byte_end === undefined) && (missing0 = "byte_end"))) || ((data.line_start === undefined) && (missing0 = "line_start"))) || ((data.line_end === undefined) && (missing0 = "line_end"))) || ((data.column_start === undefined) && (missing0 = "column_start"))) || ((data.column_end === undefined) && (missing0 = "column_end"))) || ((data.is_primary === undefined) && (missing0 = "is_primary"))) || ((data.label === undefined) && (missing0 = "label"))) || ((data.text === undefined) && (missing0 = "text"))) || ((data.suggested_replacement === undefined) && (missing0 = "suggested_replacement"))) || ((data.suggestion_applicability === undefined) && (missing0 = "suggestion_applicability"))){
validate39.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.file_name !== undefined){
const _errs1 = errors;
if(typeof data.file_name !== "string"){
validate39.errors = [{instancePath:instancePath+"/file_name",schemaPath:"#/properties/file_name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.byte_start !== undefined){
let data1 = data.byte_start;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate39.errors = [{instancePath:instancePath+"/byte_start",schemaPath:"#/properties/byte_start/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.byte_end !== undefined){
let data2 = data.byte_end;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate39.errors = [{instancePath:instancePath+"/byte_end",schemaPath:"#/properties/byte_end/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.line_start !== undefined){
let data3 = data.line_start;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate39.errors = [{instancePath:instancePath+"/line_start",schemaPath:"#/properties/line_start/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.line_end !== undefined){
let data4 = data.line_end;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate39.errors = [{instancePath:instancePath+"/line_end",schemaPath:"#/properties/line_end/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.column_start !== undefined){
let data5 = data.column_start;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate39.errors = [{instancePath:instancePath+"/column_start",schemaPath:"#/properties/column_start/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.column_end !== undefined){
let data6 = data.column_end;
const _errs13 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate39.errors = [{instancePath:instancePath+"/column_end",schemaPath:"#/properties/column_end/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.is_primary !== undefined){
const _errs15 = errors;
if(typeof data.is_primary !== "boolean"){
validate39.errors = [{instancePath:instancePath+"/is_primary",schemaPath:"#/properties/is_primary/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.label !== undefined){
let data8 = data.label;
const _errs17 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate39.errors = [{instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema21.properties.label.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.text !== undefined){
let data9 = data.text;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
var valid1 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
const _errs21 = errors;
if(!(validate40(data9[i0], {instancePath:instancePath+"/text/" + i0,parentData:data9,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid1 = _errs21 === errors;
if(!valid1){
break;
}
}
}
else {
validate39.errors = [{instancePath:instancePath+"/text",schemaPath:"#/properties/text/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.suggested_replacement !== undefined){
let data11 = data.suggested_replacement;
const _errs22 = errors;
if((typeof data11 !== "string") && (data11 !== null)){
validate39.errors = [{instancePath:instancePath+"/suggested_replacement",schemaPath:"#/properties/suggested_replacement/type",keyword:"type",params:{type: schema21.properties.suggested_replacement.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.suggestion_applicability !== undefined){
let data12 = data.suggestion_applicability;
const _errs24 = errors;
const _errs25 = errors;
let valid2 = false;
const _errs26 = errors;
if(!(validate42(data12, {instancePath:instancePath+"/suggestion_applicability",parentData:data,parentDataProperty:"suggestion_applicability",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
var _valid0 = _errs26 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs27 = errors;
if(data12 !== null){
const err0 = {instancePath:instancePath+"/suggestion_applicability",schemaPath:"#/properties/suggestion_applicability/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs27 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err1 = {instancePath:instancePath+"/suggestion_applicability",schemaPath:"#/properties/suggestion_applicability/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate39.errors = vErrors;
return false;
}
else {
errors = _errs25;
if(vErrors !== null){
if(_errs25){
vErrors.length = _errs25;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate39.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate39.errors = vErrors;
return errors === 0;
}

const wrapper0 = {validate: validate36};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.message === undefined) && (missing0 = "message")) || ((data.code === undefined) && (missing0 = "code"))) || ((data.level === undefined) && (missing0 = "level"))) || ((data.spans === undefined) && (missing0 = "spans"))) || ((data.rendered === undefined) && (missing0 = "rendered"))) || ((data.children === undefined) && (missing0 = "children"))){
validate36.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.message !== undefined){
const _errs1 = errors;
if(typeof data.message !== "string"){
validate36.errors = [{instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined){
let data1 = data.code;
const _errs3 = errors;
const _errs4 = errors;
let valid1 = false;
const _errs5 = errors;
if(!(validate37(data1, {instancePath:instancePath+"/code",parentData:data,parentDataProperty:"code",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if(data1 !== null){
const err0 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err1 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate36.errors = vErrors;
return false;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.level !== undefined){
let data2 = data.level;
const _errs8 = errors;
if(!((((((data2 === "error") || (data2 === "warning")) || (data2 === "note")) || (data2 === "help")) || (data2 === "failure-note")) || (data2 === "error: internal compiler error"))){
validate36.errors = [{instancePath:instancePath+"/level",schemaPath:"#/properties/level/enum",keyword:"enum",params:{allowedValues: schema19.properties.level.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.spans !== undefined){
let data3 = data.spans;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data3)){
var valid2 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs11 = errors;
if(!(validate39(data3[i0], {instancePath:instancePath+"/spans/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
var valid2 = _errs11 === errors;
if(!valid2){
break;
}
}
}
else {
validate36.errors = [{instancePath:instancePath+"/spans",schemaPath:"#/properties/spans/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rendered !== undefined){
let data5 = data.rendered;
const _errs12 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate36.errors = [{instancePath:instancePath+"/rendered",schemaPath:"#/properties/rendered/type",keyword:"type",params:{type: schema19.properties.rendered.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.children !== undefined){
let data6 = data.children;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data6)){
var valid3 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
const _errs16 = errors;
if(!(wrapper0.validate(data6[i1], {instancePath:instancePath+"/children/" + i1,parentData:data6,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
var valid3 = _errs16 === errors;
if(!valid3){
break;
}
}
}
else {
validate36.errors = [{instancePath:instancePath+"/children",schemaPath:"#/properties/children/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate36.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate36.errors = vErrors;
return errors === 0;
}

const schema24 = {"type":"object","required":["errors","warnings","omitted"],"properties":{"errors":{"type":"integer"},"warnings":{"type":"integer"},"omitted":{"type":"integer"}}};

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.errors === undefined) && (missing0 = "errors")) || ((data.warnings === undefined) && (missing0 = "warnings"))) || ((data.omitted === undefined) && (missing0 = "omitted"))){
validate46.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.errors !== undefined){
let data0 = data.errors;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate46.errors = [{instancePath:instancePath+"/errors",schemaPath:"#/properties/errors/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.warnings !== undefined){
let data1 = data.warnings;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate46.errors = [{instancePath:instancePath+"/warnings",schemaPath:"#/properties/warnings/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.omitted !== undefined){
let data2 = data.omitted;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate46.errors = [{instancePath:instancePath+"/omitted",schemaPath:"#/properties/omitted/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate46.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate46.errors = vErrors;
return errors === 0;
}

const schema25 = {"type":"object","required":["module","generation","seconds","changed","library","rebound","stale"],"properties":{"module":{"type":"string"},"generation":{"type":"integer"},"seconds":{"type":"number"},"changed":{"type":"boolean"},"library":{"type":"string"},"rebound":{"type":"array","items":{"$ref":"#/$defs/Rebound"}},"stale":{"type":"array","items":{"$ref":"#/$defs/Stale"}},"staleCells":{"type":"array","items":{"$ref":"#/$defs/StaleCell"}},"surface":{"type":"object","required":["added","changed","removed","omitted"],"properties":{"added":{"type":"array","items":{"type":"string"}},"changed":{"type":"array","items":{"type":"string"}},"removed":{"type":"array","items":{"type":"string"}},"omitted":{"type":"integer"}}}}};
const schema26 = {"type":"object","required":["name","where"],"properties":{"name":{"type":"string"},"where":{"type":"string"}}};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) && (missing0 = "name")) || ((data.where === undefined) && (missing0 = "where"))){
validate49.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.name !== undefined){
const _errs1 = errors;
if(typeof data.name !== "string"){
validate49.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.where !== undefined){
const _errs3 = errors;
if(typeof data.where !== "string"){
validate49.errors = [{instancePath:instancePath+"/where",schemaPath:"#/properties/where/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate49.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate49.errors = vErrors;
return errors === 0;
}

const schema27 = {"type":"object","required":["name","where","reason"],"properties":{"name":{"type":"string"},"where":{"type":"string"},"reason":{"type":"string"}}};

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.name === undefined) && (missing0 = "name")) || ((data.where === undefined) && (missing0 = "where"))) || ((data.reason === undefined) && (missing0 = "reason"))){
validate51.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.name !== undefined){
const _errs1 = errors;
if(typeof data.name !== "string"){
validate51.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.where !== undefined){
const _errs3 = errors;
if(typeof data.where !== "string"){
validate51.errors = [{instancePath:instancePath+"/where",schemaPath:"#/properties/where/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs5 = errors;
if(typeof data.reason !== "string"){
validate51.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate51.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate51.errors = vErrors;
return errors === 0;
}

const schema28 = {"type":"object","required":["id","count","modules"],"properties":{"id":{"type":"string"},"count":{"type":["integer","null"]},"modules":{"type":"array","items":{"$ref":"#/$defs/UsedGeneration"}}}};
const schema29 = {"type":"object","required":["module","used","inUse"],"properties":{"module":{"type":"string"},"used":{"type":"integer"},"inUse":{"type":"integer"}}};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.module === undefined) && (missing0 = "module")) || ((data.used === undefined) && (missing0 = "used"))) || ((data.inUse === undefined) && (missing0 = "inUse"))){
validate54.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.module !== undefined){
const _errs1 = errors;
if(typeof data.module !== "string"){
validate54.errors = [{instancePath:instancePath+"/module",schemaPath:"#/properties/module/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.used !== undefined){
let data1 = data.used;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate54.errors = [{instancePath:instancePath+"/used",schemaPath:"#/properties/used/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inUse !== undefined){
let data2 = data.inUse;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate54.errors = [{instancePath:instancePath+"/inUse",schemaPath:"#/properties/inUse/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate54.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate54.errors = vErrors;
return errors === 0;
}


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.id === undefined) && (missing0 = "id")) || ((data.count === undefined) && (missing0 = "count"))) || ((data.modules === undefined) && (missing0 = "modules"))){
validate53.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.id !== undefined){
const _errs1 = errors;
if(typeof data.id !== "string"){
validate53.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.count !== undefined){
let data1 = data.count;
const _errs3 = errors;
if((!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))) && (data1 !== null)){
validate53.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: schema28.properties.count.type},message:"must be integer,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.modules !== undefined){
let data2 = data.modules;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(!(validate54(data2[i0], {instancePath:instancePath+"/modules/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid1 = _errs7 === errors;
if(!valid1){
break;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/modules",schemaPath:"#/properties/modules/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate53.errors = vErrors;
return errors === 0;
}


function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.module === undefined) && (missing0 = "module")) || ((data.generation === undefined) && (missing0 = "generation"))) || ((data.seconds === undefined) && (missing0 = "seconds"))) || ((data.changed === undefined) && (missing0 = "changed"))) || ((data.library === undefined) && (missing0 = "library"))) || ((data.rebound === undefined) && (missing0 = "rebound"))) || ((data.stale === undefined) && (missing0 = "stale"))){
validate48.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.module !== undefined){
const _errs1 = errors;
if(typeof data.module !== "string"){
validate48.errors = [{instancePath:instancePath+"/module",schemaPath:"#/properties/module/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.generation !== undefined){
let data1 = data.generation;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate48.errors = [{instancePath:instancePath+"/generation",schemaPath:"#/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seconds !== undefined){
let data2 = data.seconds;
const _errs5 = errors;
if(!((typeof data2 == "number") && (isFinite(data2)))){
validate48.errors = [{instancePath:instancePath+"/seconds",schemaPath:"#/properties/seconds/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.changed !== undefined){
const _errs7 = errors;
if(typeof data.changed !== "boolean"){
validate48.errors = [{instancePath:instancePath+"/changed",schemaPath:"#/properties/changed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.library !== undefined){
const _errs9 = errors;
if(typeof data.library !== "string"){
validate48.errors = [{instancePath:instancePath+"/library",schemaPath:"#/properties/library/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rebound !== undefined){
let data5 = data.rebound;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data5)){
var valid1 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
const _errs13 = errors;
if(!(validate49(data5[i0], {instancePath:instancePath+"/rebound/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
var valid1 = _errs13 === errors;
if(!valid1){
break;
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/rebound",schemaPath:"#/properties/rebound/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stale !== undefined){
let data7 = data.stale;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid2 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
const _errs16 = errors;
if(!(validate51(data7[i1], {instancePath:instancePath+"/stale/" + i1,parentData:data7,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
var valid2 = _errs16 === errors;
if(!valid2){
break;
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/stale",schemaPath:"#/properties/stale/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.staleCells !== undefined){
let data9 = data.staleCells;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data9)){
var valid3 = true;
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
const _errs19 = errors;
if(!(validate53(data9[i2], {instancePath:instancePath+"/staleCells/" + i2,parentData:data9,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid3 = _errs19 === errors;
if(!valid3){
break;
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/staleCells",schemaPath:"#/properties/staleCells/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.surface !== undefined){
let data11 = data.surface;
const _errs20 = errors;
if(errors === _errs20){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing1;
if(((((data11.added === undefined) && (missing1 = "added")) || ((data11.changed === undefined) && (missing1 = "changed"))) || ((data11.removed === undefined) && (missing1 = "removed"))) || ((data11.omitted === undefined) && (missing1 = "omitted"))){
validate48.errors = [{instancePath:instancePath+"/surface",schemaPath:"#/properties/surface/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data11.added !== undefined){
let data12 = data11.added;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data12)){
var valid5 = true;
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
const _errs24 = errors;
if(typeof data12[i3] !== "string"){
validate48.errors = [{instancePath:instancePath+"/surface/added/" + i3,schemaPath:"#/properties/surface/properties/added/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs24 === errors;
if(!valid5){
break;
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/surface/added",schemaPath:"#/properties/surface/properties/added/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs22 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.changed !== undefined){
let data14 = data11.changed;
const _errs26 = errors;
if(errors === _errs26){
if(Array.isArray(data14)){
var valid6 = true;
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
const _errs28 = errors;
if(typeof data14[i4] !== "string"){
validate48.errors = [{instancePath:instancePath+"/surface/changed/" + i4,schemaPath:"#/properties/surface/properties/changed/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs28 === errors;
if(!valid6){
break;
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/surface/changed",schemaPath:"#/properties/surface/properties/changed/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs26 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.removed !== undefined){
let data16 = data11.removed;
const _errs30 = errors;
if(errors === _errs30){
if(Array.isArray(data16)){
var valid7 = true;
const len5 = data16.length;
for(let i5=0; i5<len5; i5++){
const _errs32 = errors;
if(typeof data16[i5] !== "string"){
validate48.errors = [{instancePath:instancePath+"/surface/removed/" + i5,schemaPath:"#/properties/surface/properties/removed/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs32 === errors;
if(!valid7){
break;
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/surface/removed",schemaPath:"#/properties/surface/properties/removed/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs30 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.omitted !== undefined){
let data18 = data11.omitted;
const _errs34 = errors;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
validate48.errors = [{instancePath:instancePath+"/surface/omitted",schemaPath:"#/properties/surface/properties/omitted/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid4 = _errs34 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/surface",schemaPath:"#/properties/surface/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate48.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate48.errors = vErrors;
return errors === 0;
}

const schema30 = {"type":"object","required":["kind","message"],"properties":{"kind":{"enum":["crate","tool","build","reload","bridge"]},"message":{"type":"string"}}};

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.kind === undefined) && (missing0 = "kind")) || ((data.message === undefined) && (missing0 = "message"))){
validate58.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.kind !== undefined){
let data0 = data.kind;
const _errs1 = errors;
if(!(((((data0 === "crate") || (data0 === "tool")) || (data0 === "build")) || (data0 === "reload")) || (data0 === "bridge"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema30.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined){
const _errs2 = errors;
if(typeof data.message !== "string"){
validate58.errors = [{instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate58.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate58.errors = vErrors;
return errors === 0;
}

const schema31 = {"type":"object","required":["step","seconds"],"properties":{"step":{"enum":["plan","lock","maturin","unpack","install","load"]},"seconds":{"type":"number"}}};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.step === undefined) && (missing0 = "step")) || ((data.seconds === undefined) && (missing0 = "seconds"))){
validate60.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.step !== undefined){
let data0 = data.step;
const _errs1 = errors;
if(!((((((data0 === "plan") || (data0 === "lock")) || (data0 === "maturin")) || (data0 === "unpack")) || (data0 === "install")) || (data0 === "load"))){
validate60.errors = [{instancePath:instancePath+"/step",schemaPath:"#/properties/step/enum",keyword:"enum",params:{allowedValues: schema31.properties.step.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seconds !== undefined){
let data1 = data.seconds;
const _errs2 = errors;
if(!((typeof data1 == "number") && (isFinite(data1)))){
validate60.errors = [{instancePath:instancePath+"/seconds",schemaPath:"#/properties/seconds/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate60.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate60.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((((((((data.version === undefined) && (missing0 = "version")) || ((data.phase === undefined) && (missing0 = "phase"))) || ((data.crate === undefined) && (missing0 = "crate"))) || ((data.profile === undefined) && (missing0 = "profile"))) || ((data.features === undefined) && (missing0 = "features"))) || ((data.elapsed === undefined) && (missing0 = "elapsed"))) || ((data.manifest === undefined) && (missing0 = "manifest"))) || ((data.root === undefined) && (missing0 = "root"))) || ((data.progress === undefined) && (missing0 = "progress"))) || ((data.waiting === undefined) && (missing0 = "waiting"))) || ((data.diagnostics === undefined) && (missing0 = "diagnostics"))) || ((data.counts === undefined) && (missing0 = "counts"))) || ((data.notes === undefined) && (missing0 = "notes"))) || ((data.result === undefined) && (missing0 = "result"))) || ((data.error === undefined) && (missing0 = "error"))) || ((data.previous === undefined) && (missing0 = "previous"))) || ((data.timings === undefined) && (missing0 = "timings"))) || ((data.log === undefined) && (missing0 = "log"))){
validate31.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.version !== undefined){
let data0 = data.version;
const _errs1 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate31.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
if(1 !== data0){
validate31.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phase !== undefined){
const _errs3 = errors;
if(!(validate32(data.phase, {instancePath:instancePath+"/phase",parentData:data,parentDataProperty:"phase",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.crate !== undefined){
const _errs4 = errors;
if(typeof data.crate !== "string"){
validate31.errors = [{instancePath:instancePath+"/crate",schemaPath:"#/properties/crate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.profile !== undefined){
const _errs6 = errors;
if(typeof data.profile !== "string"){
validate31.errors = [{instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.features !== undefined){
let data4 = data.features;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data4)){
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(typeof data4[i0] !== "string"){
validate31.errors = [{instancePath:instancePath+"/features/" + i0,schemaPath:"#/properties/features/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs10 === errors;
if(!valid1){
break;
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.elapsed !== undefined){
let data6 = data.elapsed;
const _errs12 = errors;
if(!((typeof data6 == "number") && (isFinite(data6)))){
validate31.errors = [{instancePath:instancePath+"/elapsed",schemaPath:"#/properties/elapsed/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.manifest !== undefined){
let data7 = data.manifest;
const _errs14 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate31.errors = [{instancePath:instancePath+"/manifest",schemaPath:"#/properties/manifest/type",keyword:"type",params:{type: schema16.properties.manifest.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.root !== undefined){
let data8 = data.root;
const _errs16 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate31.errors = [{instancePath:instancePath+"/root",schemaPath:"#/properties/root/type",keyword:"type",params:{type: schema16.properties.root.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.progress !== undefined){
let data9 = data.progress;
const _errs18 = errors;
const _errs19 = errors;
let valid2 = false;
const _errs20 = errors;
if(!(validate34(data9, {instancePath:instancePath+"/progress",parentData:data,parentDataProperty:"progress",rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
var _valid0 = _errs20 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs21 = errors;
if(data9 !== null){
const err0 = {instancePath:instancePath+"/progress",schemaPath:"#/properties/progress/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs21 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err1 = {instancePath:instancePath+"/progress",schemaPath:"#/properties/progress/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate31.errors = vErrors;
return false;
}
else {
errors = _errs19;
if(vErrors !== null){
if(_errs19){
vErrors.length = _errs19;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.waiting !== undefined){
let data10 = data.waiting;
const _errs23 = errors;
if((typeof data10 !== "string") && (data10 !== null)){
validate31.errors = [{instancePath:instancePath+"/waiting",schemaPath:"#/properties/waiting/type",keyword:"type",params:{type: schema16.properties.waiting.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.diagnostics !== undefined){
let data11 = data.diagnostics;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data11)){
var valid3 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
const _errs27 = errors;
if(!(validate36(data11[i1], {instancePath:instancePath+"/diagnostics/" + i1,parentData:data11,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid3 = _errs27 === errors;
if(!valid3){
break;
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/diagnostics",schemaPath:"#/properties/diagnostics/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.counts !== undefined){
const _errs28 = errors;
if(!(validate46(data.counts, {instancePath:instancePath+"/counts",parentData:data,parentDataProperty:"counts",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data14 = data.notes;
const _errs29 = errors;
if(errors === _errs29){
if(Array.isArray(data14)){
var valid4 = true;
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
const _errs31 = errors;
if(typeof data14[i2] !== "string"){
validate31.errors = [{instancePath:instancePath+"/notes/" + i2,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs31 === errors;
if(!valid4){
break;
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.result !== undefined){
let data16 = data.result;
const _errs33 = errors;
const _errs34 = errors;
let valid5 = false;
const _errs35 = errors;
if(!(validate48(data16, {instancePath:instancePath+"/result",parentData:data,parentDataProperty:"result",rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
var _valid1 = _errs35 === errors;
valid5 = valid5 || _valid1;
if(!valid5){
const _errs36 = errors;
if(data16 !== null){
const err2 = {instancePath:instancePath+"/result",schemaPath:"#/properties/result/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs36 === errors;
valid5 = valid5 || _valid1;
}
if(!valid5){
const err3 = {instancePath:instancePath+"/result",schemaPath:"#/properties/result/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate31.errors = vErrors;
return false;
}
else {
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.error !== undefined){
let data17 = data.error;
const _errs38 = errors;
const _errs39 = errors;
let valid6 = false;
const _errs40 = errors;
if(!(validate58(data17, {instancePath:instancePath+"/error",parentData:data,parentDataProperty:"error",rootData}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var _valid2 = _errs40 === errors;
valid6 = valid6 || _valid2;
if(!valid6){
const _errs41 = errors;
if(data17 !== null){
const err4 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid2 = _errs41 === errors;
valid6 = valid6 || _valid2;
}
if(!valid6){
const err5 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate31.errors = vErrors;
return false;
}
else {
errors = _errs39;
if(vErrors !== null){
if(_errs39){
vErrors.length = _errs39;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.previous !== undefined){
let data18 = data.previous;
const _errs43 = errors;
if((!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))) && (data18 !== null)){
validate31.errors = [{instancePath:instancePath+"/previous",schemaPath:"#/properties/previous/type",keyword:"type",params:{type: schema16.properties.previous.type},message:"must be integer,null"}];
return false;
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unloaded !== undefined){
let data19 = data.unloaded;
const _errs45 = errors;
if(!((data19 === "built") || (data19 === "installed"))){
validate31.errors = [{instancePath:instancePath+"/unloaded",schemaPath:"#/properties/unloaded/enum",keyword:"enum",params:{allowedValues: schema16.properties.unloaded.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timings !== undefined){
let data20 = data.timings;
const _errs46 = errors;
if(errors === _errs46){
if(Array.isArray(data20)){
var valid7 = true;
const len3 = data20.length;
for(let i3=0; i3<len3; i3++){
const _errs48 = errors;
if(!(validate60(data20[i3], {instancePath:instancePath+"/timings/" + i3,parentData:data20,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid7 = _errs48 === errors;
if(!valid7){
break;
}
}
}
else {
validate31.errors = [{instancePath:instancePath+"/timings",schemaPath:"#/properties/timings/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs46 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.log !== undefined){
const _errs49 = errors;
if(typeof data.log !== "string"){
validate31.errors = [{instancePath:instancePath+"/log",schemaPath:"#/properties/log/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate31.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate31.errors = vErrors;
return errors === 0;
}

export const VerifyPayload = validate62;
const schema32 = {"type":"object","required":["version","phase","exercise","title","kind","elapsed","manifest","root","progress","waiting","diagnostics","counts","notes","environment","tests","running","outcome"],"properties":{"version":{"type":"number","const":1},"phase":{"$ref":"#/$defs/VerifyPhase"},"exercise":{"type":"string"},"title":{"type":["string","null"]},"kind":{"anyOf":[{"$ref":"#/$defs/ExerciseKind"},{"type":"null"}]},"elapsed":{"type":"number"},"manifest":{"type":["string","null"]},"root":{"type":["string","null"]},"progress":{"anyOf":[{"$ref":"#/$defs/Progress"},{"type":"null"}]},"waiting":{"type":["string","null"]},"diagnostics":{"type":"array","items":{"$ref":"#/$defs/Diagnostic"}},"counts":{"$ref":"#/$defs/DiagnosticCounts"},"notes":{"type":"array","items":{"type":"string"}},"environment":{"type":"array","items":{"$ref":"#/$defs/EnvironmentCheck"}},"tests":{"type":"array","items":{"$ref":"#/$defs/TestResult"}},"running":{"type":["string","null"]},"outcome":{"anyOf":[{"$ref":"#/$defs/VerifyOutcome"},{"type":"null"}]}}};
const schema33 = {"enum":["planning","building","testing","verified","failed","cancelled"]};

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!((((((data === "planning") || (data === "building")) || (data === "testing")) || (data === "verified")) || (data === "failed")) || (data === "cancelled"))){
validate63.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema33.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate63.errors = vErrors;
return errors === 0;
}

const schema34 = {"enum":["cargo","extension","python"]};

function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(((data === "cargo") || (data === "extension")) || (data === "python"))){
validate65.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema34.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate65.errors = vErrors;
return errors === 0;
}

const schema35 = {"type":"object","required":["name","ok","found","needed","advice"],"properties":{"name":{"type":"string"},"ok":{"type":"boolean"},"found":{"type":["string","null"]},"needed":{"type":"string"},"advice":{"type":["string","null"]}}};

function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.name === undefined) && (missing0 = "name")) || ((data.ok === undefined) && (missing0 = "ok"))) || ((data.found === undefined) && (missing0 = "found"))) || ((data.needed === undefined) && (missing0 = "needed"))) || ((data.advice === undefined) && (missing0 = "advice"))){
validate70.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.name !== undefined){
const _errs1 = errors;
if(typeof data.name !== "string"){
validate70.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ok !== undefined){
const _errs3 = errors;
if(typeof data.ok !== "boolean"){
validate70.errors = [{instancePath:instancePath+"/ok",schemaPath:"#/properties/ok/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.found !== undefined){
let data2 = data.found;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate70.errors = [{instancePath:instancePath+"/found",schemaPath:"#/properties/found/type",keyword:"type",params:{type: schema35.properties.found.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.needed !== undefined){
const _errs7 = errors;
if(typeof data.needed !== "string"){
validate70.errors = [{instancePath:instancePath+"/needed",schemaPath:"#/properties/needed/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.advice !== undefined){
let data4 = data.advice;
const _errs9 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate70.errors = [{instancePath:instancePath+"/advice",schemaPath:"#/properties/advice/type",keyword:"type",params:{type: schema35.properties.advice.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate70.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate70.errors = vErrors;
return errors === 0;
}

const schema36 = {"type":"object","required":["name","file","line","outcome","seconds","message","details","output"],"properties":{"name":{"type":"string"},"file":{"type":"string"},"line":{"type":["integer","null"]},"outcome":{"enum":["passed","failed","skipped"]},"seconds":{"type":"number"},"message":{"type":["string","null"]},"details":{"type":["string","null"]},"output":{"type":["string","null"]},"cause":{"type":["string","null"]}}};

function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.name === undefined) && (missing0 = "name")) || ((data.file === undefined) && (missing0 = "file"))) || ((data.line === undefined) && (missing0 = "line"))) || ((data.outcome === undefined) && (missing0 = "outcome"))) || ((data.seconds === undefined) && (missing0 = "seconds"))) || ((data.message === undefined) && (missing0 = "message"))) || ((data.details === undefined) && (missing0 = "details"))) || ((data.output === undefined) && (missing0 = "output"))){
validate72.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.name !== undefined){
const _errs1 = errors;
if(typeof data.name !== "string"){
validate72.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.file !== undefined){
const _errs3 = errors;
if(typeof data.file !== "string"){
validate72.errors = [{instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.line !== undefined){
let data2 = data.line;
const _errs5 = errors;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
validate72.errors = [{instancePath:instancePath+"/line",schemaPath:"#/properties/line/type",keyword:"type",params:{type: schema36.properties.line.type},message:"must be integer,null"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outcome !== undefined){
let data3 = data.outcome;
const _errs7 = errors;
if(!(((data3 === "passed") || (data3 === "failed")) || (data3 === "skipped"))){
validate72.errors = [{instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema36.properties.outcome.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seconds !== undefined){
let data4 = data.seconds;
const _errs8 = errors;
if(!((typeof data4 == "number") && (isFinite(data4)))){
validate72.errors = [{instancePath:instancePath+"/seconds",schemaPath:"#/properties/seconds/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined){
let data5 = data.message;
const _errs10 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate72.errors = [{instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: schema36.properties.message.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.details !== undefined){
let data6 = data.details;
const _errs12 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate72.errors = [{instancePath:instancePath+"/details",schemaPath:"#/properties/details/type",keyword:"type",params:{type: schema36.properties.details.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.output !== undefined){
let data7 = data.output;
const _errs14 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate72.errors = [{instancePath:instancePath+"/output",schemaPath:"#/properties/output/type",keyword:"type",params:{type: schema36.properties.output.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cause !== undefined){
let data8 = data.cause;
const _errs16 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate72.errors = [{instancePath:instancePath+"/cause",schemaPath:"#/properties/cause/type",keyword:"type",params:{type: schema36.properties.cause.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate72.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate72.errors = vErrors;
return errors === 0;
}

const schema37 = {"type":"object","required":["status","exercise","reason","message","passed","failed","seconds","buildSeconds","hint","solution","next","notes"],"properties":{"status":{"enum":["verified","failed","cancelled"]},"exercise":{"type":"string"},"reason":{"anyOf":[{"$ref":"#/$defs/VerifyFailure"},{"type":"null"}]},"message":{"type":"string"},"passed":{"type":"integer"},"failed":{"type":"integer"},"seconds":{"type":"number"},"buildSeconds":{"type":"number"},"hint":{"anyOf":[{"$ref":"#/$defs/NextHint"},{"type":"null"}]},"solution":{"type":"boolean"},"next":{"type":["string","null"]},"notes":{"type":"array","items":{"type":"string"}}}};
const schema38 = {"enum":["tests","collection","build","crate","tool","limit","crash","environment"]};

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!((((((((data === "tests") || (data === "collection")) || (data === "build")) || (data === "crate")) || (data === "tool")) || (data === "limit")) || (data === "crash")) || (data === "environment"))){
validate75.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema38.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate75.errors = vErrors;
return errors === 0;
}

const schema39 = {"type":"object","required":["number","total"],"properties":{"number":{"type":"integer"},"total":{"type":"integer"}}};

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.number === undefined) && (missing0 = "number")) || ((data.total === undefined) && (missing0 = "total"))){
validate77.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.number !== undefined){
let data0 = data.number;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate77.errors = [{instancePath:instancePath+"/number",schemaPath:"#/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.total !== undefined){
let data1 = data.total;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate77.errors = [{instancePath:instancePath+"/total",schemaPath:"#/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate77.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate77.errors = vErrors;
return errors === 0;
}


function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.status === undefined) && (missing0 = "status")) || ((data.exercise === undefined) && (missing0 = "exercise"))) || ((data.reason === undefined) && (missing0 = "reason"))) || ((data.message === undefined) && (missing0 = "message"))) || ((data.passed === undefined) && (missing0 = "passed"))) || ((data.failed === undefined) && (missing0 = "failed"))) || ((data.seconds === undefined) && (missing0 = "seconds"))) || ((data.buildSeconds === undefined) && (missing0 = "buildSeconds"))) || ((data.hint === undefined) && (missing0 = "hint"))) || ((data.solution === undefined) && (missing0 = "solution"))) || ((data.next === undefined) && (missing0 = "next"))) || ((data.notes === undefined) && (missing0 = "notes"))){
validate74.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.status !== undefined){
let data0 = data.status;
const _errs1 = errors;
if(!(((data0 === "verified") || (data0 === "failed")) || (data0 === "cancelled"))){
validate74.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema37.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exercise !== undefined){
const _errs2 = errors;
if(typeof data.exercise !== "string"){
validate74.errors = [{instancePath:instancePath+"/exercise",schemaPath:"#/properties/exercise/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
let data2 = data.reason;
const _errs4 = errors;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(!(validate75(data2, {instancePath:instancePath+"/reason",parentData:data,parentDataProperty:"reason",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs7 = errors;
if(data2 !== null){
const err0 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err1 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate74.errors = vErrors;
return false;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined){
const _errs9 = errors;
if(typeof data.message !== "string"){
validate74.errors = [{instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.passed !== undefined){
let data4 = data.passed;
const _errs11 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate74.errors = [{instancePath:instancePath+"/passed",schemaPath:"#/properties/passed/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failed !== undefined){
let data5 = data.failed;
const _errs13 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate74.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seconds !== undefined){
let data6 = data.seconds;
const _errs15 = errors;
if(!((typeof data6 == "number") && (isFinite(data6)))){
validate74.errors = [{instancePath:instancePath+"/seconds",schemaPath:"#/properties/seconds/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.buildSeconds !== undefined){
let data7 = data.buildSeconds;
const _errs17 = errors;
if(!((typeof data7 == "number") && (isFinite(data7)))){
validate74.errors = [{instancePath:instancePath+"/buildSeconds",schemaPath:"#/properties/buildSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hint !== undefined){
let data8 = data.hint;
const _errs19 = errors;
const _errs20 = errors;
let valid2 = false;
const _errs21 = errors;
if(!(validate77(data8, {instancePath:instancePath+"/hint",parentData:data,parentDataProperty:"hint",rootData}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
var _valid1 = _errs21 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const _errs22 = errors;
if(data8 !== null){
const err2 = {instancePath:instancePath+"/hint",schemaPath:"#/properties/hint/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs22 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err3 = {instancePath:instancePath+"/hint",schemaPath:"#/properties/hint/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate74.errors = vErrors;
return false;
}
else {
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.solution !== undefined){
const _errs24 = errors;
if(typeof data.solution !== "boolean"){
validate74.errors = [{instancePath:instancePath+"/solution",schemaPath:"#/properties/solution/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.next !== undefined){
let data10 = data.next;
const _errs26 = errors;
if((typeof data10 !== "string") && (data10 !== null)){
validate74.errors = [{instancePath:instancePath+"/next",schemaPath:"#/properties/next/type",keyword:"type",params:{type: schema37.properties.next.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data11 = data.notes;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data11)){
var valid3 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
const _errs30 = errors;
if(typeof data11[i0] !== "string"){
validate74.errors = [{instancePath:instancePath+"/notes/" + i0,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs30 === errors;
if(!valid3){
break;
}
}
}
else {
validate74.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate74.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate74.errors = vErrors;
return errors === 0;
}


function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((data.version === undefined) && (missing0 = "version")) || ((data.phase === undefined) && (missing0 = "phase"))) || ((data.exercise === undefined) && (missing0 = "exercise"))) || ((data.title === undefined) && (missing0 = "title"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.elapsed === undefined) && (missing0 = "elapsed"))) || ((data.manifest === undefined) && (missing0 = "manifest"))) || ((data.root === undefined) && (missing0 = "root"))) || ((data.progress === undefined) && (missing0 = "progress"))) || ((data.waiting === undefined) && (missing0 = "waiting"))) || ((data.diagnostics === undefined) && (missing0 = "diagnostics"))) || ((data.counts === undefined) && (missing0 = "counts"))) || ((data.notes === undefined) && (missing0 = "notes"))) || ((data.environment === undefined) && (missing0 = "environment"))) || ((data.tests === undefined) && (missing0 = "tests"))) || ((data.running === undefined) && (missing0 = "running"))) || ((data.outcome === undefined) && (missing0 = "outcome"))){
validate62.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.version !== undefined){
let data0 = data.version;
const _errs1 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate62.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
if(1 !== data0){
validate62.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phase !== undefined){
const _errs3 = errors;
if(!(validate63(data.phase, {instancePath:instancePath+"/phase",parentData:data,parentDataProperty:"phase",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exercise !== undefined){
const _errs4 = errors;
if(typeof data.exercise !== "string"){
validate62.errors = [{instancePath:instancePath+"/exercise",schemaPath:"#/properties/exercise/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
let data3 = data.title;
const _errs6 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate62.errors = [{instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: schema32.properties.title.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
let data4 = data.kind;
const _errs8 = errors;
const _errs9 = errors;
let valid1 = false;
const _errs10 = errors;
if(!(validate65(data4, {instancePath:instancePath+"/kind",parentData:data,parentDataProperty:"kind",rootData}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs11 = errors;
if(data4 !== null){
const err0 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate62.errors = vErrors;
return false;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.elapsed !== undefined){
let data5 = data.elapsed;
const _errs13 = errors;
if(!((typeof data5 == "number") && (isFinite(data5)))){
validate62.errors = [{instancePath:instancePath+"/elapsed",schemaPath:"#/properties/elapsed/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.manifest !== undefined){
let data6 = data.manifest;
const _errs15 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate62.errors = [{instancePath:instancePath+"/manifest",schemaPath:"#/properties/manifest/type",keyword:"type",params:{type: schema32.properties.manifest.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.root !== undefined){
let data7 = data.root;
const _errs17 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate62.errors = [{instancePath:instancePath+"/root",schemaPath:"#/properties/root/type",keyword:"type",params:{type: schema32.properties.root.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.progress !== undefined){
let data8 = data.progress;
const _errs19 = errors;
const _errs20 = errors;
let valid2 = false;
const _errs21 = errors;
if(!(validate34(data8, {instancePath:instancePath+"/progress",parentData:data,parentDataProperty:"progress",rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
var _valid1 = _errs21 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const _errs22 = errors;
if(data8 !== null){
const err2 = {instancePath:instancePath+"/progress",schemaPath:"#/properties/progress/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs22 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err3 = {instancePath:instancePath+"/progress",schemaPath:"#/properties/progress/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate62.errors = vErrors;
return false;
}
else {
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.waiting !== undefined){
let data9 = data.waiting;
const _errs24 = errors;
if((typeof data9 !== "string") && (data9 !== null)){
validate62.errors = [{instancePath:instancePath+"/waiting",schemaPath:"#/properties/waiting/type",keyword:"type",params:{type: schema32.properties.waiting.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.diagnostics !== undefined){
let data10 = data.diagnostics;
const _errs26 = errors;
if(errors === _errs26){
if(Array.isArray(data10)){
var valid3 = true;
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
const _errs28 = errors;
if(!(validate36(data10[i0], {instancePath:instancePath+"/diagnostics/" + i0,parentData:data10,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid3 = _errs28 === errors;
if(!valid3){
break;
}
}
}
else {
validate62.errors = [{instancePath:instancePath+"/diagnostics",schemaPath:"#/properties/diagnostics/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.counts !== undefined){
const _errs29 = errors;
if(!(validate46(data.counts, {instancePath:instancePath+"/counts",parentData:data,parentDataProperty:"counts",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data13 = data.notes;
const _errs30 = errors;
if(errors === _errs30){
if(Array.isArray(data13)){
var valid4 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
const _errs32 = errors;
if(typeof data13[i1] !== "string"){
validate62.errors = [{instancePath:instancePath+"/notes/" + i1,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs32 === errors;
if(!valid4){
break;
}
}
}
else {
validate62.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.environment !== undefined){
let data15 = data.environment;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data15)){
var valid5 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
const _errs36 = errors;
if(!(validate70(data15[i2], {instancePath:instancePath+"/environment/" + i2,parentData:data15,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
var valid5 = _errs36 === errors;
if(!valid5){
break;
}
}
}
else {
validate62.errors = [{instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tests !== undefined){
let data17 = data.tests;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data17)){
var valid6 = true;
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
const _errs39 = errors;
if(!(validate72(data17[i3], {instancePath:instancePath+"/tests/" + i3,parentData:data17,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
var valid6 = _errs39 === errors;
if(!valid6){
break;
}
}
}
else {
validate62.errors = [{instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.running !== undefined){
let data19 = data.running;
const _errs40 = errors;
if((typeof data19 !== "string") && (data19 !== null)){
validate62.errors = [{instancePath:instancePath+"/running",schemaPath:"#/properties/running/type",keyword:"type",params:{type: schema32.properties.running.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outcome !== undefined){
let data20 = data.outcome;
const _errs42 = errors;
const _errs43 = errors;
let valid7 = false;
const _errs44 = errors;
if(!(validate74(data20, {instancePath:instancePath+"/outcome",parentData:data,parentDataProperty:"outcome",rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
var _valid2 = _errs44 === errors;
valid7 = valid7 || _valid2;
if(!valid7){
const _errs45 = errors;
if(data20 !== null){
const err4 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid2 = _errs45 === errors;
valid7 = valid7 || _valid2;
}
if(!valid7){
const err5 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate62.errors = vErrors;
return false;
}
else {
errors = _errs43;
if(vErrors !== null){
if(_errs43){
vErrors.length = _errs43;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate62.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate62.errors = vErrors;
return errors === 0;
}

export const SourcePayload = validate80;
const schema40 = {"type":"object","required":["version","phase","exercise","file","path","language","parts"],"properties":{"version":{"type":"number","const":1},"phase":{"type":"string","const":"shown"},"exercise":{"type":"string"},"file":{"type":"string"},"path":{"type":"string"},"language":{"type":"string"},"parts":{"type":"array","items":{"$ref":"#/$defs/SourcePart"},"minItems":1}}};
const schema41 = {"type":"object","required":["line","code"],"properties":{"line":{"type":"integer"},"code":{"type":"string"}}};

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.line === undefined) && (missing0 = "line")) || ((data.code === undefined) && (missing0 = "code"))){
validate81.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.line !== undefined){
let data0 = data.line;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate81.errors = [{instancePath:instancePath+"/line",schemaPath:"#/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined){
const _errs3 = errors;
if(typeof data.code !== "string"){
validate81.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate81.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate81.errors = vErrors;
return errors === 0;
}


function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.version === undefined) && (missing0 = "version")) || ((data.phase === undefined) && (missing0 = "phase"))) || ((data.exercise === undefined) && (missing0 = "exercise"))) || ((data.file === undefined) && (missing0 = "file"))) || ((data.path === undefined) && (missing0 = "path"))) || ((data.language === undefined) && (missing0 = "language"))) || ((data.parts === undefined) && (missing0 = "parts"))){
validate80.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.version !== undefined){
let data0 = data.version;
const _errs1 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate80.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
if(1 !== data0){
validate80.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phase !== undefined){
let data1 = data.phase;
const _errs3 = errors;
if(typeof data1 !== "string"){
validate80.errors = [{instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if("shown" !== data1){
validate80.errors = [{instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/const",keyword:"const",params:{allowedValue: "shown"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exercise !== undefined){
const _errs5 = errors;
if(typeof data.exercise !== "string"){
validate80.errors = [{instancePath:instancePath+"/exercise",schemaPath:"#/properties/exercise/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.file !== undefined){
const _errs7 = errors;
if(typeof data.file !== "string"){
validate80.errors = [{instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.path !== undefined){
const _errs9 = errors;
if(typeof data.path !== "string"){
validate80.errors = [{instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.language !== undefined){
const _errs11 = errors;
if(typeof data.language !== "string"){
validate80.errors = [{instancePath:instancePath+"/language",schemaPath:"#/properties/language/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parts !== undefined){
let data6 = data.parts;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data6)){
if(data6.length < 1){
validate80.errors = [{instancePath:instancePath+"/parts",schemaPath:"#/properties/parts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs15 = errors;
if(!(validate81(data6[i0], {instancePath:instancePath+"/parts/" + i0,parentData:data6,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
var valid1 = _errs15 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate80.errors = [{instancePath:instancePath+"/parts",schemaPath:"#/properties/parts/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate80.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate80.errors = vErrors;
return errors === 0;
}

export const PredictPayload = validate83;
const schema42 = {"type":"object","required":["version","id","phase","exercise","name","question","choices","chosen","earlier","answer","because","notes"],"properties":{"version":{"type":"number","const":1},"id":{"type":"string"},"phase":{"$ref":"#/$defs/PredictPhase"},"exercise":{"type":["string","null"]},"name":{"type":["string","null"]},"question":{"type":"string"},"choices":{"type":"array","items":{"type":"string"}},"chosen":{"type":["integer","null"]},"earlier":{"type":["integer","null"]},"answer":{"type":["integer","null"]},"because":{"type":["string","null"]},"notes":{"type":"array","items":{"type":"string"}}}};
const schema43 = {"enum":["asking","running","right","wrong","unjudged","failed"]};

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!((((((data === "asking") || (data === "running")) || (data === "right")) || (data === "wrong")) || (data === "unjudged")) || (data === "failed"))){
validate84.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema43.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate84.errors = vErrors;
return errors === 0;
}


function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.version === undefined) && (missing0 = "version")) || ((data.id === undefined) && (missing0 = "id"))) || ((data.phase === undefined) && (missing0 = "phase"))) || ((data.exercise === undefined) && (missing0 = "exercise"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.question === undefined) && (missing0 = "question"))) || ((data.choices === undefined) && (missing0 = "choices"))) || ((data.chosen === undefined) && (missing0 = "chosen"))) || ((data.earlier === undefined) && (missing0 = "earlier"))) || ((data.answer === undefined) && (missing0 = "answer"))) || ((data.because === undefined) && (missing0 = "because"))) || ((data.notes === undefined) && (missing0 = "notes"))){
validate83.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.version !== undefined){
let data0 = data.version;
const _errs1 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate83.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
if(1 !== data0){
validate83.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined){
const _errs3 = errors;
if(typeof data.id !== "string"){
validate83.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phase !== undefined){
const _errs5 = errors;
if(!(validate84(data.phase, {instancePath:instancePath+"/phase",parentData:data,parentDataProperty:"phase",rootData}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exercise !== undefined){
let data3 = data.exercise;
const _errs6 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate83.errors = [{instancePath:instancePath+"/exercise",schemaPath:"#/properties/exercise/type",keyword:"type",params:{type: schema42.properties.exercise.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
let data4 = data.name;
const _errs8 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate83.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema42.properties.name.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.question !== undefined){
const _errs10 = errors;
if(typeof data.question !== "string"){
validate83.errors = [{instancePath:instancePath+"/question",schemaPath:"#/properties/question/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.choices !== undefined){
let data6 = data.choices;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data6)){
var valid1 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs14 = errors;
if(typeof data6[i0] !== "string"){
validate83.errors = [{instancePath:instancePath+"/choices/" + i0,schemaPath:"#/properties/choices/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs14 === errors;
if(!valid1){
break;
}
}
}
else {
validate83.errors = [{instancePath:instancePath+"/choices",schemaPath:"#/properties/choices/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.chosen !== undefined){
let data8 = data.chosen;
const _errs16 = errors;
if((!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))) && (data8 !== null)){
validate83.errors = [{instancePath:instancePath+"/chosen",schemaPath:"#/properties/chosen/type",keyword:"type",params:{type: schema42.properties.chosen.type},message:"must be integer,null"}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.earlier !== undefined){
let data9 = data.earlier;
const _errs18 = errors;
if((!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))) && (data9 !== null)){
validate83.errors = [{instancePath:instancePath+"/earlier",schemaPath:"#/properties/earlier/type",keyword:"type",params:{type: schema42.properties.earlier.type},message:"must be integer,null"}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.answer !== undefined){
let data10 = data.answer;
const _errs20 = errors;
if((!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))) && (data10 !== null)){
validate83.errors = [{instancePath:instancePath+"/answer",schemaPath:"#/properties/answer/type",keyword:"type",params:{type: schema42.properties.answer.type},message:"must be integer,null"}];
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.because !== undefined){
let data11 = data.because;
const _errs22 = errors;
if((typeof data11 !== "string") && (data11 !== null)){
validate83.errors = [{instancePath:instancePath+"/because",schemaPath:"#/properties/because/type",keyword:"type",params:{type: schema42.properties.because.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data12 = data.notes;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data12)){
var valid2 = true;
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
const _errs26 = errors;
if(typeof data12[i1] !== "string"){
validate83.errors = [{instancePath:instancePath+"/notes/" + i1,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs26 === errors;
if(!valid2){
break;
}
}
}
else {
validate83.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate83.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate83.errors = vErrors;
return errors === 0;
}

export const PredictionNews = validate86;
const schema44 = {"type":"object","required":["open","reply"],"properties":{"open":{"type":"array","items":{"type":"string"}},"reply":{"anyOf":[{"$ref":"#/$defs/PredictionReply"},{"type":"null"}]}}};
const schema45 = {"type":"object","required":["id","outputs","problem"],"properties":{"id":{"type":"string"},"outputs":{"patternProperties":{"^.*$":{}},"type":["object","null"]},"problem":{"type":["string","null"]}}};

function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.id === undefined) && (missing0 = "id")) || ((data.outputs === undefined) && (missing0 = "outputs"))) || ((data.problem === undefined) && (missing0 = "problem"))){
validate87.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.id !== undefined){
const _errs1 = errors;
if(typeof data.id !== "string"){
validate87.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outputs !== undefined){
let data1 = data.outputs;
const _errs3 = errors;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (data1 !== null)){
validate87.errors = [{instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: schema45.properties.outputs.type},message:"must be object,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.problem !== undefined){
let data2 = data.problem;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate87.errors = [{instancePath:instancePath+"/problem",schemaPath:"#/properties/problem/type",keyword:"type",params:{type: schema45.properties.problem.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate87.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate87.errors = vErrors;
return errors === 0;
}


function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.open === undefined) && (missing0 = "open")) || ((data.reply === undefined) && (missing0 = "reply"))){
validate86.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.open !== undefined){
let data0 = data.open;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(typeof data0[i0] !== "string"){
validate86.errors = [{instancePath:instancePath+"/open/" + i0,schemaPath:"#/properties/open/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate86.errors = [{instancePath:instancePath+"/open",schemaPath:"#/properties/open/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reply !== undefined){
let data2 = data.reply;
const _errs5 = errors;
const _errs6 = errors;
let valid2 = false;
const _errs7 = errors;
if(!(validate87(data2, {instancePath:instancePath+"/reply",parentData:data,parentDataProperty:"reply",rootData}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs8 = errors;
if(data2 !== null){
const err0 = {instancePath:instancePath+"/reply",schemaPath:"#/properties/reply/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err1 = {instancePath:instancePath+"/reply",schemaPath:"#/properties/reply/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate86.errors = vErrors;
return false;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate86.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate86.errors = vErrors;
return errors === 0;
}

export const StaleCells = validate89;
const schema46 = {"type":"object","required":["cells"],"properties":{"cells":{"type":"array","items":{"$ref":"#/$defs/StaleCell"}}}};

function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.cells === undefined) && (missing0 = "cells")){
validate89.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.cells !== undefined){
let data0 = data.cells;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(!(validate53(data0[i0], {instancePath:instancePath+"/cells/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate89.errors = [{instancePath:instancePath+"/cells",schemaPath:"#/properties/cells/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate89.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate89.errors = vErrors;
return errors === 0;
}

export const RecordedProgress = validate91;
const schema47 = {"type":"object","required":["at","exercise","event"],"properties":{"v":{"type":"integer"},"at":{"type":"string"},"key":{"type":"string"},"exercise":{"type":"string"},"event":{"type":"string"},"hint":{"type":"integer"},"prediction":{"type":"string"},"choice":{"type":"integer"}}};

function validate91(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.at === undefined) && (missing0 = "at")) || ((data.exercise === undefined) && (missing0 = "exercise"))) || ((data.event === undefined) && (missing0 = "event"))){
validate91.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.v !== undefined){
let data0 = data.v;
const _errs1 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate91.errors = [{instancePath:instancePath+"/v",schemaPath:"#/properties/v/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined){
const _errs3 = errors;
if(typeof data.at !== "string"){
validate91.errors = [{instancePath:instancePath+"/at",schemaPath:"#/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.key !== undefined){
const _errs5 = errors;
if(typeof data.key !== "string"){
validate91.errors = [{instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exercise !== undefined){
const _errs7 = errors;
if(typeof data.exercise !== "string"){
validate91.errors = [{instancePath:instancePath+"/exercise",schemaPath:"#/properties/exercise/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.event !== undefined){
const _errs9 = errors;
if(typeof data.event !== "string"){
validate91.errors = [{instancePath:instancePath+"/event",schemaPath:"#/properties/event/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hint !== undefined){
let data5 = data.hint;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate91.errors = [{instancePath:instancePath+"/hint",schemaPath:"#/properties/hint/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.prediction !== undefined){
const _errs13 = errors;
if(typeof data.prediction !== "string"){
validate91.errors = [{instancePath:instancePath+"/prediction",schemaPath:"#/properties/prediction/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.choice !== undefined){
let data7 = data.choice;
const _errs15 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate91.errors = [{instancePath:instancePath+"/choice",schemaPath:"#/properties/choice/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate91.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate91.errors = vErrors;
return errors === 0;
}

export const CourseFiles = validate92;
const schema48 = {"type":"object","patternProperties":{"^.*$":{"type":"string"}}};

function validate92(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
var valid0 = true;
for(const key0 in data){
if(pattern0.test(key0)){
const _errs1 = errors;
if(typeof data[key0] !== "string"){
validate92.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/patternProperties/%5E.*%24/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
validate92.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate92.errors = vErrors;
return errors === 0;
}

export const GenerationManifest = validate93;
const schema49 = {"type":"object","required":["version","digest","contents","crate","module","library","manifest","profile","features","defaultFeatures","interpreter"],"properties":{"version":{"type":"number","const":1},"digest":{"type":"string"},"contents":{"type":"string"},"crate":{"type":"string"},"module":{"type":"string"},"library":{"type":"string"},"linkedPaths":{"type":"array","items":{"type":"string"}},"made":{"type":"string"},"seconds":{"type":"number"},"manifest":{"type":"string"},"profile":{"type":"string"},"features":{"type":"array","items":{"type":"string"}},"defaultFeatures":{"type":"boolean"},"interpreter":{"type":"string"}}};

function validate93(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((data.version === undefined) && (missing0 = "version")) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.contents === undefined) && (missing0 = "contents"))) || ((data.crate === undefined) && (missing0 = "crate"))) || ((data.module === undefined) && (missing0 = "module"))) || ((data.library === undefined) && (missing0 = "library"))) || ((data.manifest === undefined) && (missing0 = "manifest"))) || ((data.profile === undefined) && (missing0 = "profile"))) || ((data.features === undefined) && (missing0 = "features"))) || ((data.defaultFeatures === undefined) && (missing0 = "defaultFeatures"))) || ((data.interpreter === undefined) && (missing0 = "interpreter"))){
validate93.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.version !== undefined){
let data0 = data.version;
const _errs1 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate93.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
if(1 !== data0){
validate93.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs3 = errors;
if(typeof data.digest !== "string"){
validate93.errors = [{instancePath:instancePath+"/digest",schemaPath:"#/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contents !== undefined){
const _errs5 = errors;
if(typeof data.contents !== "string"){
validate93.errors = [{instancePath:instancePath+"/contents",schemaPath:"#/properties/contents/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.crate !== undefined){
const _errs7 = errors;
if(typeof data.crate !== "string"){
validate93.errors = [{instancePath:instancePath+"/crate",schemaPath:"#/properties/crate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.module !== undefined){
const _errs9 = errors;
if(typeof data.module !== "string"){
validate93.errors = [{instancePath:instancePath+"/module",schemaPath:"#/properties/module/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.library !== undefined){
const _errs11 = errors;
if(typeof data.library !== "string"){
validate93.errors = [{instancePath:instancePath+"/library",schemaPath:"#/properties/library/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.linkedPaths !== undefined){
let data6 = data.linkedPaths;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data6)){
var valid1 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs15 = errors;
if(typeof data6[i0] !== "string"){
validate93.errors = [{instancePath:instancePath+"/linkedPaths/" + i0,schemaPath:"#/properties/linkedPaths/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs15 === errors;
if(!valid1){
break;
}
}
}
else {
validate93.errors = [{instancePath:instancePath+"/linkedPaths",schemaPath:"#/properties/linkedPaths/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.made !== undefined){
const _errs17 = errors;
if(typeof data.made !== "string"){
validate93.errors = [{instancePath:instancePath+"/made",schemaPath:"#/properties/made/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seconds !== undefined){
let data9 = data.seconds;
const _errs19 = errors;
if(!((typeof data9 == "number") && (isFinite(data9)))){
validate93.errors = [{instancePath:instancePath+"/seconds",schemaPath:"#/properties/seconds/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.manifest !== undefined){
const _errs21 = errors;
if(typeof data.manifest !== "string"){
validate93.errors = [{instancePath:instancePath+"/manifest",schemaPath:"#/properties/manifest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.profile !== undefined){
const _errs23 = errors;
if(typeof data.profile !== "string"){
validate93.errors = [{instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.features !== undefined){
let data12 = data.features;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data12)){
var valid2 = true;
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
const _errs27 = errors;
if(typeof data12[i1] !== "string"){
validate93.errors = [{instancePath:instancePath+"/features/" + i1,schemaPath:"#/properties/features/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs27 === errors;
if(!valid2){
break;
}
}
}
else {
validate93.errors = [{instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.defaultFeatures !== undefined){
const _errs29 = errors;
if(typeof data.defaultFeatures !== "boolean"){
validate93.errors = [{instancePath:instancePath+"/defaultFeatures",schemaPath:"#/properties/defaultFeatures/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.interpreter !== undefined){
const _errs31 = errors;
if(typeof data.interpreter !== "string"){
validate93.errors = [{instancePath:instancePath+"/interpreter",schemaPath:"#/properties/interpreter/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate93.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate93.errors = vErrors;
return errors === 0;
}

export const RecordedPlan = validate94;
const schema50 = {"type":"object","required":["version","cargo","maturin","call","manifest","profile","features","defaultFeatures","interpreter"],"properties":{"version":{"type":"number","const":1},"cargo":{"type":"string"},"maturin":{"type":"string"},"call":{"type":"object","required":["arguments","directory","set","unset"],"properties":{"arguments":{"type":"array","items":{"type":"string"}},"directory":{"type":"string"},"set":{"type":"object","patternProperties":{"^.*$":{"type":"string"}}},"unset":{"type":"array","items":{"type":"string"}}}},"manifest":{"type":"string"},"profile":{"type":"string"},"features":{"type":"array","items":{"type":"string"}},"defaultFeatures":{"type":"boolean"},"interpreter":{"type":"string"}}};

function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.version === undefined) && (missing0 = "version")) || ((data.cargo === undefined) && (missing0 = "cargo"))) || ((data.maturin === undefined) && (missing0 = "maturin"))) || ((data.call === undefined) && (missing0 = "call"))) || ((data.manifest === undefined) && (missing0 = "manifest"))) || ((data.profile === undefined) && (missing0 = "profile"))) || ((data.features === undefined) && (missing0 = "features"))) || ((data.defaultFeatures === undefined) && (missing0 = "defaultFeatures"))) || ((data.interpreter === undefined) && (missing0 = "interpreter"))){
validate94.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.version !== undefined){
let data0 = data.version;
const _errs1 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate94.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
if(1 !== data0){
validate94.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cargo !== undefined){
const _errs3 = errors;
if(typeof data.cargo !== "string"){
validate94.errors = [{instancePath:instancePath+"/cargo",schemaPath:"#/properties/cargo/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maturin !== undefined){
const _errs5 = errors;
if(typeof data.maturin !== "string"){
validate94.errors = [{instancePath:instancePath+"/maturin",schemaPath:"#/properties/maturin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.call !== undefined){
let data3 = data.call;
const _errs7 = errors;
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((((data3.arguments === undefined) && (missing1 = "arguments")) || ((data3.directory === undefined) && (missing1 = "directory"))) || ((data3.set === undefined) && (missing1 = "set"))) || ((data3.unset === undefined) && (missing1 = "unset"))){
validate94.errors = [{instancePath:instancePath+"/call",schemaPath:"#/properties/call/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data3.arguments !== undefined){
let data4 = data3.arguments;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data4)){
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs11 = errors;
if(typeof data4[i0] !== "string"){
validate94.errors = [{instancePath:instancePath+"/call/arguments/" + i0,schemaPath:"#/properties/call/properties/arguments/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs11 === errors;
if(!valid2){
break;
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/call/arguments",schemaPath:"#/properties/call/properties/arguments/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data3.directory !== undefined){
const _errs13 = errors;
if(typeof data3.directory !== "string"){
validate94.errors = [{instancePath:instancePath+"/call/directory",schemaPath:"#/properties/call/properties/directory/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data3.set !== undefined){
let data7 = data3.set;
const _errs15 = errors;
if(errors === _errs15){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
var valid3 = true;
for(const key0 in data7){
if(pattern0.test(key0)){
const _errs17 = errors;
if(typeof data7[key0] !== "string"){
validate94.errors = [{instancePath:instancePath+"/call/set/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/call/properties/set/patternProperties/%5E.*%24/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs17 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/call/set",schemaPath:"#/properties/call/properties/set/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data3.unset !== undefined){
let data9 = data3.unset;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
var valid4 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
const _errs21 = errors;
if(typeof data9[i1] !== "string"){
validate94.errors = [{instancePath:instancePath+"/call/unset/" + i1,schemaPath:"#/properties/call/properties/unset/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs21 === errors;
if(!valid4){
break;
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/call/unset",schemaPath:"#/properties/call/properties/unset/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs19 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/call",schemaPath:"#/properties/call/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.manifest !== undefined){
const _errs23 = errors;
if(typeof data.manifest !== "string"){
validate94.errors = [{instancePath:instancePath+"/manifest",schemaPath:"#/properties/manifest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.profile !== undefined){
const _errs25 = errors;
if(typeof data.profile !== "string"){
validate94.errors = [{instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.features !== undefined){
let data13 = data.features;
const _errs27 = errors;
if(errors === _errs27){
if(Array.isArray(data13)){
var valid5 = true;
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
const _errs29 = errors;
if(typeof data13[i2] !== "string"){
validate94.errors = [{instancePath:instancePath+"/features/" + i2,schemaPath:"#/properties/features/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs29 === errors;
if(!valid5){
break;
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.defaultFeatures !== undefined){
const _errs31 = errors;
if(typeof data.defaultFeatures !== "boolean"){
validate94.errors = [{instancePath:instancePath+"/defaultFeatures",schemaPath:"#/properties/defaultFeatures/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.interpreter !== undefined){
const _errs33 = errors;
if(typeof data.interpreter !== "string"){
validate94.errors = [{instancePath:instancePath+"/interpreter",schemaPath:"#/properties/interpreter/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate94.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate94.errors = vErrors;
return errors === 0;
}

export const CargoMetadata = validate95;
const schema51 = {"type":"object","required":["packages","workspace_root","target_directory"],"properties":{"packages":{"type":"array","items":{"$ref":"#/$defs/CargoPackage"}},"workspace_root":{"type":"string"},"target_directory":{"type":"string"}}};
const schema52 = {"type":"object","required":["name","manifest_path","targets","features","dependencies"],"properties":{"name":{"type":"string"},"manifest_path":{"type":"string"},"readme":{"type":["string","null"]},"license_file":{"type":["string","null"]},"targets":{"type":"array","items":{"type":"object","required":["name","kind","crate_types"],"properties":{"name":{"type":"string"},"kind":{"type":"array","items":{"type":"string"}},"crate_types":{"type":"array","items":{"type":"string"}}}}},"features":{"type":"object","patternProperties":{"^.*$":{"type":"array","items":{"type":"string"}}}},"dependencies":{"type":"array","items":{"type":"object","required":["name","features"],"properties":{"name":{"type":"string"},"features":{"type":"array","items":{"type":"string"}}}}}}};

function validate96(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.name === undefined) && (missing0 = "name")) || ((data.manifest_path === undefined) && (missing0 = "manifest_path"))) || ((data.targets === undefined) && (missing0 = "targets"))) || ((data.features === undefined) && (missing0 = "features"))) || ((data.dependencies === undefined) && (missing0 = "dependencies"))){
validate96.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.name !== undefined){
const _errs1 = errors;
if(typeof data.name !== "string"){
validate96.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.manifest_path !== undefined){
const _errs3 = errors;
if(typeof data.manifest_path !== "string"){
validate96.errors = [{instancePath:instancePath+"/manifest_path",schemaPath:"#/properties/manifest_path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.readme !== undefined){
let data2 = data.readme;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate96.errors = [{instancePath:instancePath+"/readme",schemaPath:"#/properties/readme/type",keyword:"type",params:{type: schema52.properties.readme.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.license_file !== undefined){
let data3 = data.license_file;
const _errs7 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate96.errors = [{instancePath:instancePath+"/license_file",schemaPath:"#/properties/license_file/type",keyword:"type",params:{type: schema52.properties.license_file.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.targets !== undefined){
let data4 = data.targets;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data4)){
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs11 = errors;
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((((data5.name === undefined) && (missing1 = "name")) || ((data5.kind === undefined) && (missing1 = "kind"))) || ((data5.crate_types === undefined) && (missing1 = "crate_types"))){
validate96.errors = [{instancePath:instancePath+"/targets/" + i0,schemaPath:"#/properties/targets/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data5.name !== undefined){
const _errs13 = errors;
if(typeof data5.name !== "string"){
validate96.errors = [{instancePath:instancePath+"/targets/" + i0+"/name",schemaPath:"#/properties/targets/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.kind !== undefined){
let data7 = data5.kind;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data7)){
var valid3 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
const _errs17 = errors;
if(typeof data7[i1] !== "string"){
validate96.errors = [{instancePath:instancePath+"/targets/" + i0+"/kind/" + i1,schemaPath:"#/properties/targets/items/properties/kind/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs17 === errors;
if(!valid3){
break;
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/targets/" + i0+"/kind",schemaPath:"#/properties/targets/items/properties/kind/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.crate_types !== undefined){
let data9 = data5.crate_types;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
var valid4 = true;
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
const _errs21 = errors;
if(typeof data9[i2] !== "string"){
validate96.errors = [{instancePath:instancePath+"/targets/" + i0+"/crate_types/" + i2,schemaPath:"#/properties/targets/items/properties/crate_types/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs21 === errors;
if(!valid4){
break;
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/targets/" + i0+"/crate_types",schemaPath:"#/properties/targets/items/properties/crate_types/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/targets/" + i0,schemaPath:"#/properties/targets/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs11 === errors;
if(!valid1){
break;
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.features !== undefined){
let data11 = data.features;
const _errs23 = errors;
if(errors === _errs23){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
var valid5 = true;
for(const key0 in data11){
if(pattern0.test(key0)){
let data12 = data11[key0];
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data12)){
var valid6 = true;
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
const _errs27 = errors;
if(typeof data12[i3] !== "string"){
validate96.errors = [{instancePath:instancePath+"/features/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i3,schemaPath:"#/properties/features/patternProperties/%5E.*%24/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs27 === errors;
if(!valid6){
break;
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/features/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/features/patternProperties/%5E.*%24/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs25 === errors;
if(!valid5){
break;
}
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dependencies !== undefined){
let data14 = data.dependencies;
const _errs29 = errors;
if(errors === _errs29){
if(Array.isArray(data14)){
var valid7 = true;
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
let data15 = data14[i4];
const _errs31 = errors;
if(errors === _errs31){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing2;
if(((data15.name === undefined) && (missing2 = "name")) || ((data15.features === undefined) && (missing2 = "features"))){
validate96.errors = [{instancePath:instancePath+"/dependencies/" + i4,schemaPath:"#/properties/dependencies/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data15.name !== undefined){
const _errs33 = errors;
if(typeof data15.name !== "string"){
validate96.errors = [{instancePath:instancePath+"/dependencies/" + i4+"/name",schemaPath:"#/properties/dependencies/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs33 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data15.features !== undefined){
let data17 = data15.features;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data17)){
var valid9 = true;
const len5 = data17.length;
for(let i5=0; i5<len5; i5++){
const _errs37 = errors;
if(typeof data17[i5] !== "string"){
validate96.errors = [{instancePath:instancePath+"/dependencies/" + i4+"/features/" + i5,schemaPath:"#/properties/dependencies/items/properties/features/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid9 = _errs37 === errors;
if(!valid9){
break;
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/dependencies/" + i4+"/features",schemaPath:"#/properties/dependencies/items/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid8 = _errs35 === errors;
}
else {
var valid8 = true;
}
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/dependencies/" + i4,schemaPath:"#/properties/dependencies/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid7 = _errs31 === errors;
if(!valid7){
break;
}
}
}
else {
validate96.errors = [{instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate96.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate96.errors = vErrors;
return errors === 0;
}


function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.packages === undefined) && (missing0 = "packages")) || ((data.workspace_root === undefined) && (missing0 = "workspace_root"))) || ((data.target_directory === undefined) && (missing0 = "target_directory"))){
validate95.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.packages !== undefined){
let data0 = data.packages;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(!(validate96(data0[i0], {instancePath:instancePath+"/packages/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/packages",schemaPath:"#/properties/packages/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.workspace_root !== undefined){
const _errs4 = errors;
if(typeof data.workspace_root !== "string"){
validate95.errors = [{instancePath:instancePath+"/workspace_root",schemaPath:"#/properties/workspace_root/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.target_directory !== undefined){
const _errs6 = errors;
if(typeof data.target_directory !== "string"){
validate95.errors = [{instancePath:instancePath+"/target_directory",schemaPath:"#/properties/target_directory/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate95.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate95.errors = vErrors;
return errors === 0;
}

export const CompilerMessage = validate98;
const schema53 = {"type":"object","required":["reason","message"],"properties":{"reason":{"type":"string","const":"compiler-message"},"message":{"$ref":"#/$defs/Diagnostic"}}};

function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.reason === undefined) && (missing0 = "reason")) || ((data.message === undefined) && (missing0 = "message"))){
validate98.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.reason !== undefined){
let data0 = data.reason;
const _errs1 = errors;
if(typeof data0 !== "string"){
validate98.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if("compiler-message" !== data0){
validate98.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/const",keyword:"const",params:{allowedValue: "compiler-message"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined){
const _errs3 = errors;
if(!(validate36(data.message, {instancePath:instancePath+"/message",parentData:data,parentDataProperty:"message",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate98.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate98.errors = vErrors;
return errors === 0;
}

export const CompilerArtifact = validate100;
const schema54 = {"type":"object","required":["reason","executable","target"],"properties":{"reason":{"type":"string","const":"compiler-artifact"},"executable":{"type":["string","null"]},"target":{"type":"object","required":["src_path"],"properties":{"src_path":{"type":"string"}}}}};

function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.reason === undefined) && (missing0 = "reason")) || ((data.executable === undefined) && (missing0 = "executable"))) || ((data.target === undefined) && (missing0 = "target"))){
validate100.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.reason !== undefined){
let data0 = data.reason;
const _errs1 = errors;
if(typeof data0 !== "string"){
validate100.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if("compiler-artifact" !== data0){
validate100.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/const",keyword:"const",params:{allowedValue: "compiler-artifact"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.executable !== undefined){
let data1 = data.executable;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate100.errors = [{instancePath:instancePath+"/executable",schemaPath:"#/properties/executable/type",keyword:"type",params:{type: schema54.properties.executable.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.target !== undefined){
let data2 = data.target;
const _errs5 = errors;
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((data2.src_path === undefined) && (missing1 = "src_path")){
validate100.errors = [{instancePath:instancePath+"/target",schemaPath:"#/properties/target/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data2.src_path !== undefined){
if(typeof data2.src_path !== "string"){
validate100.errors = [{instancePath:instancePath+"/target/src_path",schemaPath:"#/properties/target/properties/src_path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
else {
validate100.errors = [{instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate100.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate100.errors = vErrors;
return errors === 0;
}

export const BuildScriptExecuted = validate101;
const schema55 = {"type":"object","required":["reason","linked_paths"],"properties":{"reason":{"type":"string","const":"build-script-executed"},"linked_paths":{"type":"array","items":{"type":"string"}}}};

function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.reason === undefined) && (missing0 = "reason")) || ((data.linked_paths === undefined) && (missing0 = "linked_paths"))){
validate101.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.reason !== undefined){
let data0 = data.reason;
const _errs1 = errors;
if(typeof data0 !== "string"){
validate101.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if("build-script-executed" !== data0){
validate101.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/const",keyword:"const",params:{allowedValue: "build-script-executed"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.linked_paths !== undefined){
let data1 = data.linked_paths;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(typeof data1[i0] !== "string"){
validate101.errors = [{instancePath:instancePath+"/linked_paths/" + i0,schemaPath:"#/properties/linked_paths/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
else {
validate101.errors = [{instancePath:instancePath+"/linked_paths",schemaPath:"#/properties/linked_paths/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate101.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate101.errors = vErrors;
return errors === 0;
}

export const PytestReport = validate102;
const schema56 = {"type":"object","required":["$report_type","nodeid","outcome","longrepr","sections"],"properties":{"$report_type":{"enum":["TestReport","CollectReport"]},"nodeid":{"type":"string"},"outcome":{"enum":["passed","failed","skipped"]},"when":{"enum":["setup","call","teardown"]},"duration":{"type":"number"},"longrepr":{},"sections":{"type":"array","items":{"type":"array","items":{"type":"string"}}}}};

function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.$report_type === undefined) && (missing0 = "$report_type")) || ((data.nodeid === undefined) && (missing0 = "nodeid"))) || ((data.outcome === undefined) && (missing0 = "outcome"))) || ((data.longrepr === undefined) && (missing0 = "longrepr"))) || ((data.sections === undefined) && (missing0 = "sections"))){
validate102.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.$report_type !== undefined){
let data0 = data.$report_type;
const _errs1 = errors;
if(!((data0 === "TestReport") || (data0 === "CollectReport"))){
validate102.errors = [{instancePath:instancePath+"/$report_type",schemaPath:"#/properties/%24report_type/enum",keyword:"enum",params:{allowedValues: schema56.properties.$report_type.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nodeid !== undefined){
const _errs2 = errors;
if(typeof data.nodeid !== "string"){
validate102.errors = [{instancePath:instancePath+"/nodeid",schemaPath:"#/properties/nodeid/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outcome !== undefined){
let data2 = data.outcome;
const _errs4 = errors;
if(!(((data2 === "passed") || (data2 === "failed")) || (data2 === "skipped"))){
validate102.errors = [{instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema56.properties.outcome.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.when !== undefined){
let data3 = data.when;
const _errs5 = errors;
if(!(((data3 === "setup") || (data3 === "call")) || (data3 === "teardown"))){
validate102.errors = [{instancePath:instancePath+"/when",schemaPath:"#/properties/when/enum",keyword:"enum",params:{allowedValues: schema56.properties.when.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.duration !== undefined){
let data4 = data.duration;
const _errs6 = errors;
if(!((typeof data4 == "number") && (isFinite(data4)))){
validate102.errors = [{instancePath:instancePath+"/duration",schemaPath:"#/properties/duration/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sections !== undefined){
let data5 = data.sections;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data5)){
var valid1 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data6)){
var valid2 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
const _errs12 = errors;
if(typeof data6[i1] !== "string"){
validate102.errors = [{instancePath:instancePath+"/sections/" + i0+"/" + i1,schemaPath:"#/properties/sections/items/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs12 === errors;
if(!valid2){
break;
}
}
}
else {
validate102.errors = [{instancePath:instancePath+"/sections/" + i0,schemaPath:"#/properties/sections/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs10 === errors;
if(!valid1){
break;
}
}
}
else {
validate102.errors = [{instancePath:instancePath+"/sections",schemaPath:"#/properties/sections/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate102.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate102.errors = vErrors;
return errors === 0;
}

export const PytestFailure = validate103;
const schema57 = {"type":"object","required":["reprcrash","reprtraceback"],"properties":{"reprcrash":{"required":["path","lineno","message"],"properties":{"path":{"type":"string"},"lineno":{"type":"integer"},"message":{"type":"string"}},"type":["object","null"]},"reprtraceback":{"type":"object","required":["reprentries"],"properties":{"reprentries":{"type":"array","items":{"type":"object","required":["data"],"properties":{"data":{"type":"object","required":["lines"],"properties":{"lines":{"type":"array","items":{"type":"string"}},"reprfileloc":{"required":["path","lineno","message"],"properties":{"path":{"type":"string"},"lineno":{"type":"integer"},"message":{"type":"string"}},"type":["object","null"]}}}}}}}},"chain":{"items":{"type":"array","additionalItems":false,"items":[{"type":"object","required":["reprentries"],"properties":{"reprentries":{"type":"array","items":{"type":"object","required":["data"],"properties":{"data":{"type":"object","required":["lines"],"properties":{"lines":{"type":"array","items":{"type":"string"}},"reprfileloc":{"required":["path","lineno","message"],"properties":{"path":{"type":"string"},"lineno":{"type":"integer"},"message":{"type":"string"}},"type":["object","null"]}}}}}}}},{"required":["path","lineno","message"],"properties":{"path":{"type":"string"},"lineno":{"type":"integer"},"message":{"type":"string"}},"type":["object","null"]},{"type":["string","null"]}],"minItems":3},"type":["array","null"]}}};

function validate103(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.reprcrash === undefined) && (missing0 = "reprcrash")) || ((data.reprtraceback === undefined) && (missing0 = "reprtraceback"))){
validate103.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.reprcrash !== undefined){
let data0 = data.reprcrash;
const _errs1 = errors;
if((!(data0 && typeof data0 == "object" && !Array.isArray(data0))) && (data0 !== null)){
validate103.errors = [{instancePath:instancePath+"/reprcrash",schemaPath:"#/properties/reprcrash/type",keyword:"type",params:{type: schema57.properties.reprcrash.type},message:"must be object,null"}];
return false;
}
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((((data0.path === undefined) && (missing1 = "path")) || ((data0.lineno === undefined) && (missing1 = "lineno"))) || ((data0.message === undefined) && (missing1 = "message"))){
validate103.errors = [{instancePath:instancePath+"/reprcrash",schemaPath:"#/properties/reprcrash/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.path !== undefined){
const _errs3 = errors;
if(typeof data0.path !== "string"){
validate103.errors = [{instancePath:instancePath+"/reprcrash/path",schemaPath:"#/properties/reprcrash/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.lineno !== undefined){
let data2 = data0.lineno;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate103.errors = [{instancePath:instancePath+"/reprcrash/lineno",schemaPath:"#/properties/reprcrash/properties/lineno/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.message !== undefined){
const _errs7 = errors;
if(typeof data0.message !== "string"){
validate103.errors = [{instancePath:instancePath+"/reprcrash/message",schemaPath:"#/properties/reprcrash/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reprtraceback !== undefined){
let data4 = data.reprtraceback;
const _errs9 = errors;
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing2;
if((data4.reprentries === undefined) && (missing2 = "reprentries")){
validate103.errors = [{instancePath:instancePath+"/reprtraceback",schemaPath:"#/properties/reprtraceback/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data4.reprentries !== undefined){
let data5 = data4.reprentries;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data5)){
var valid3 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs13 = errors;
if(errors === _errs13){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing3;
if((data6.data === undefined) && (missing3 = "data")){
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0,schemaPath:"#/properties/reprtraceback/properties/reprentries/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data6.data !== undefined){
let data7 = data6.data;
const _errs15 = errors;
if(errors === _errs15){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing4;
if((data7.lines === undefined) && (missing4 = "lines")){
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0+"/data",schemaPath:"#/properties/reprtraceback/properties/reprentries/items/properties/data/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data7.lines !== undefined){
let data8 = data7.lines;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data8)){
var valid6 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
const _errs19 = errors;
if(typeof data8[i1] !== "string"){
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0+"/data/lines/" + i1,schemaPath:"#/properties/reprtraceback/properties/reprentries/items/properties/data/properties/lines/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs19 === errors;
if(!valid6){
break;
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0+"/data/lines",schemaPath:"#/properties/reprtraceback/properties/reprentries/items/properties/data/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.reprfileloc !== undefined){
let data10 = data7.reprfileloc;
const _errs21 = errors;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0+"/data/reprfileloc",schemaPath:"#/properties/reprtraceback/properties/reprentries/items/properties/data/properties/reprfileloc/type",keyword:"type",params:{type: schema57.properties.reprtraceback.properties.reprentries.items.properties.data.properties.reprfileloc.type},message:"must be object,null"}];
return false;
}
if(errors === _errs21){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing5;
if((((data10.path === undefined) && (missing5 = "path")) || ((data10.lineno === undefined) && (missing5 = "lineno"))) || ((data10.message === undefined) && (missing5 = "message"))){
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0+"/data/reprfileloc",schemaPath:"#/properties/reprtraceback/properties/reprentries/items/properties/data/properties/reprfileloc/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
if(data10.path !== undefined){
const _errs23 = errors;
if(typeof data10.path !== "string"){
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0+"/data/reprfileloc/path",schemaPath:"#/properties/reprtraceback/properties/reprentries/items/properties/data/properties/reprfileloc/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs23 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data10.lineno !== undefined){
let data12 = data10.lineno;
const _errs25 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0+"/data/reprfileloc/lineno",schemaPath:"#/properties/reprtraceback/properties/reprentries/items/properties/data/properties/reprfileloc/properties/lineno/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid7 = _errs25 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data10.message !== undefined){
const _errs27 = errors;
if(typeof data10.message !== "string"){
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0+"/data/reprfileloc/message",schemaPath:"#/properties/reprtraceback/properties/reprentries/items/properties/data/properties/reprfileloc/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs27 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0+"/data",schemaPath:"#/properties/reprtraceback/properties/reprentries/items/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries/" + i0,schemaPath:"#/properties/reprtraceback/properties/reprentries/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs13 === errors;
if(!valid3){
break;
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/reprtraceback/reprentries",schemaPath:"#/properties/reprtraceback/properties/reprentries/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/reprtraceback",schemaPath:"#/properties/reprtraceback/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.chain !== undefined){
let data14 = data.chain;
const _errs29 = errors;
if((!(Array.isArray(data14))) && (data14 !== null)){
validate103.errors = [{instancePath:instancePath+"/chain",schemaPath:"#/properties/chain/type",keyword:"type",params:{type: schema57.properties.chain.type},message:"must be array,null"}];
return false;
}
if(errors === _errs29){
if(Array.isArray(data14)){
var valid8 = true;
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data15)){
if(data15.length < 3){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2,schemaPath:"#/properties/chain/items/minItems",keyword:"minItems",params:{limit: 3},message:"must NOT have fewer than 3 items"}];
return false;
}
else {
const len3 = data15.length;
if(!(len3 <= 3)){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2,schemaPath:"#/properties/chain/items/additionalItems",keyword:"additionalItems",params:{limit: 3},message:"must NOT have more than 3 items"}];
return false;
}
else {
const len4 = data15.length;
if(len4 > 0){
let data16 = data15[0];
const _errs33 = errors;
if(errors === _errs33){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing6;
if((data16.reprentries === undefined) && (missing6 = "reprentries")){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0",schemaPath:"#/properties/chain/items/items/0/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"}];
return false;
}
else {
if(data16.reprentries !== undefined){
let data17 = data16.reprentries;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data17)){
var valid11 = true;
const len5 = data17.length;
for(let i3=0; i3<len5; i3++){
let data18 = data17[i3];
const _errs37 = errors;
if(errors === _errs37){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing7;
if((data18.data === undefined) && (missing7 = "data")){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3,schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"}];
return false;
}
else {
if(data18.data !== undefined){
let data19 = data18.data;
const _errs39 = errors;
if(errors === _errs39){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing8;
if((data19.lines === undefined) && (missing8 = "lines")){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3+"/data",schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/properties/data/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"}];
return false;
}
else {
if(data19.lines !== undefined){
let data20 = data19.lines;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data20)){
var valid14 = true;
const len6 = data20.length;
for(let i4=0; i4<len6; i4++){
const _errs43 = errors;
if(typeof data20[i4] !== "string"){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3+"/data/lines/" + i4,schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/properties/data/properties/lines/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid14 = _errs43 === errors;
if(!valid14){
break;
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3+"/data/lines",schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/properties/data/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid13 = _errs41 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data19.reprfileloc !== undefined){
let data22 = data19.reprfileloc;
const _errs45 = errors;
if((!(data22 && typeof data22 == "object" && !Array.isArray(data22))) && (data22 !== null)){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3+"/data/reprfileloc",schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/properties/data/properties/reprfileloc/type",keyword:"type",params:{type: schema57.properties.chain.items.items[0].properties.reprentries.items.properties.data.properties.reprfileloc.type},message:"must be object,null"}];
return false;
}
if(errors === _errs45){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
let missing9;
if((((data22.path === undefined) && (missing9 = "path")) || ((data22.lineno === undefined) && (missing9 = "lineno"))) || ((data22.message === undefined) && (missing9 = "message"))){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3+"/data/reprfileloc",schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/properties/data/properties/reprfileloc/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"}];
return false;
}
else {
if(data22.path !== undefined){
const _errs47 = errors;
if(typeof data22.path !== "string"){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3+"/data/reprfileloc/path",schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/properties/data/properties/reprfileloc/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid15 = _errs47 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data22.lineno !== undefined){
let data24 = data22.lineno;
const _errs49 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3+"/data/reprfileloc/lineno",schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/properties/data/properties/reprfileloc/properties/lineno/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid15 = _errs49 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data22.message !== undefined){
const _errs51 = errors;
if(typeof data22.message !== "string"){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3+"/data/reprfileloc/message",schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/properties/data/properties/reprfileloc/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid15 = _errs51 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
var valid13 = _errs45 === errors;
}
else {
var valid13 = true;
}
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3+"/data",schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries/" + i3,schemaPath:"#/properties/chain/items/items/0/properties/reprentries/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid11 = _errs37 === errors;
if(!valid11){
break;
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0/reprentries",schemaPath:"#/properties/chain/items/items/0/properties/reprentries/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/0",schemaPath:"#/properties/chain/items/items/0/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid9 = _errs33 === errors;
}
if(valid9){
if(len4 > 1){
let data26 = data15[1];
const _errs53 = errors;
if((!(data26 && typeof data26 == "object" && !Array.isArray(data26))) && (data26 !== null)){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/1",schemaPath:"#/properties/chain/items/items/1/type",keyword:"type",params:{type: schema57.properties.chain.items.items[1].type},message:"must be object,null"}];
return false;
}
if(errors === _errs53){
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
let missing10;
if((((data26.path === undefined) && (missing10 = "path")) || ((data26.lineno === undefined) && (missing10 = "lineno"))) || ((data26.message === undefined) && (missing10 = "message"))){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/1",schemaPath:"#/properties/chain/items/items/1/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"}];
return false;
}
else {
if(data26.path !== undefined){
const _errs55 = errors;
if(typeof data26.path !== "string"){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/1/path",schemaPath:"#/properties/chain/items/items/1/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid16 = _errs55 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data26.lineno !== undefined){
let data28 = data26.lineno;
const _errs57 = errors;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/1/lineno",schemaPath:"#/properties/chain/items/items/1/properties/lineno/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid16 = _errs57 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data26.message !== undefined){
const _errs59 = errors;
if(typeof data26.message !== "string"){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/1/message",schemaPath:"#/properties/chain/items/items/1/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid16 = _errs59 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
var valid9 = _errs53 === errors;
}
if(valid9){
if(len4 > 2){
let data30 = data15[2];
const _errs61 = errors;
if((typeof data30 !== "string") && (data30 !== null)){
validate103.errors = [{instancePath:instancePath+"/chain/" + i2+"/2",schemaPath:"#/properties/chain/items/items/2/type",keyword:"type",params:{type: schema57.properties.chain.items.items[2].type},message:"must be string,null"}];
return false;
}
var valid9 = _errs61 === errors;
}
}
}
}
}
}
else {
validate103.errors = [{instancePath:instancePath+"/chain/" + i2,schemaPath:"#/properties/chain/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid8 = _errs31 === errors;
if(!valid8){
break;
}
}
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate103.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate103.errors = vErrors;
return errors === 0;
}

export const PytestSkip = validate104;
const schema58 = {"type":"array","additionalItems":false,"items":[{"type":"string"},{"type":"integer"},{"type":"string"}],"minItems":3};

function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 3){
validate104.errors = [{instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 3},message:"must NOT have fewer than 3 items"}];
return false;
}
else {
const len0 = data.length;
if(!(len0 <= 3)){
validate104.errors = [{instancePath,schemaPath:"#/additionalItems",keyword:"additionalItems",params:{limit: 3},message:"must NOT have more than 3 items"}];
return false;
}
else {
const len1 = data.length;
if(len1 > 0){
const _errs1 = errors;
if(typeof data[0] !== "string"){
validate104.errors = [{instancePath:instancePath+"/0",schemaPath:"#/items/0/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
if(valid0){
if(len1 > 1){
let data1 = data[1];
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate104.errors = [{instancePath:instancePath+"/1",schemaPath:"#/items/1/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs3 === errors;
}
if(valid0){
if(len1 > 2){
const _errs5 = errors;
if(typeof data[2] !== "string"){
validate104.errors = [{instancePath:instancePath+"/2",schemaPath:"#/items/2/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
}
}
}
}
}
else {
validate104.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
validate104.errors = vErrors;
return errors === 0;
}

