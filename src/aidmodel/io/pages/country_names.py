"""Names of countries beside those of ISO's list: what pages call them in English, and their names in French.

The French names are those of common use, with the article where a list prints it; older names stand beside the new.
"""

NAMES = """
AD Andorre
AE Émirats arabes unis|UAE
AG Antigua-et-Barbuda|Antigua & Barbuda
AL Albanie
AM Arménie
AR Argentine
AT Autriche
AU Australie
AZ Azerbaïdjan
BA Bosnie-Herzégovine|Bosnia-Herzegovina|Bosnia & Herzegovina
BB Barbade
BE Belgique
BG Bulgarie
BH Bahreïn
BJ Bénin
BN Brunei|Brunéi Darussalam
BO Bolivie|Bolivie (État plurinational de)
BR Brésil
BS The Bahamas
BT Bhoutan
BY Bélarus|Biélorussie
CD Democratic Republic of Congo|DR Congo|DRC|Congo (DRC)|Congo, Democratic Republic of the|Congo, Democratic Republic|Congo, Dem. Rep.
CD République démocratique du Congo|RDC|Congo (République démocratique du)
CF République centrafricaine|RCA
CG Republic of the Congo|Republic of Congo|République du Congo|Congo-Brazzaville
CH Suisse
CI Ivory Coast|Cote d'Ivoire
CL Chili
CM Cameroun
CN Chine|People's Republic of China
CO Colombie
CV Cape Verde|Cap-Vert
CY Chypre
CZ Czech Republic|République tchèque|Tchéquie
DE Allemagne
DK Danemark
DM Dominique
DO République dominicaine
DZ Algérie
EC Équateur
EE Estonie
EG Égypte
ER Érythrée
ES Espagne
ET Éthiopie
FI Finlande
FJ Fidji
FM Micronesia|Federated States of Micronesia|Micronésie|Micronésie (États fédérés de)
GB United Kingdom|UK|Royaume-Uni
GD Grenade
GE Géorgie
GM The Gambia|Gambie
GN Guinée
GQ Guinée équatoriale
GR Grèce
GW Guinea Bissau|Guinée-Bissau
GY Guyane
HR Croatie
HT Haïti
HU Hongrie
ID Indonésie
IE Irlande
IL Israël
IN Inde
IQ Irak
IR Iran|Iran (République islamique d')
IS Islande
IT Italie
JM Jamaïque
JO Jordanie
JP Japon
KG Kirghizistan|Kyrgyz Republic
KH Cambodge
KM Comores|Union of the Comoros
KN Saint-Kitts-et-Nevis|St. Kitts and Nevis|St Kitts and Nevis
KP North Korea|Democratic People's Republic of Korea|Corée du Nord
KR South Korea|Republic of Korea|Corée du Sud|République de Corée
KW Koweït
LA Laos|Lao PDR|République démocratique populaire lao
LB Liban
LC Sainte-Lucie|St. Lucia|St Lucia
LR Libéria
LT Lituanie
LV Lettonie
LY Libye
MA Maroc
MD Moldova|Moldavie|République de Moldova
ME Monténégro
MK North Macedonia|Macedonia|Macédoine du Nord|The former Yugoslav Republic of Macedonia
MM Burma|Birmanie
MN Mongolie
MR Mauritanie
MT Malte
MU Maurice
MX Mexique
MY Malaisie
NA Namibie
NG Nigéria
NL Pays-Bas
NO Norvège
NP Népal
NZ Nouvelle-Zélande
PE Pérou
PG Papouasie-Nouvelle-Guinée
PH Philippines
PL Pologne
PS Palestine|West Bank and Gaza|West Bank & Gaza|West Bank Gaza|West Bank and Gaza Strip|Palestinian Territories
PS Occupied Palestinian Territory|Cisjordanie et bande de Gaza
RO Roumanie
RS Serbie
RU Russia|Russie|Fédération de Russie
RW Ruanda
SA Arabie saoudite
SB Îles Salomon
SD Soudan
SE Suède
SI Slovénie
SK Slovaquie
SN Sénégal
SO Somalie
SS Soudan du Sud
ST São Tomé and Príncipe|Sao Tome & Principe|Sao Tomé-et-Principe
SV Salvador
SY Syria|Syrie|République arabe syrienne
SZ Swaziland
TD Tchad
TH Thaïlande
TJ Tadjikistan
TL East Timor|Timor Leste
TM Turkménistan
TN Tunisie
TR Turkey|Turquie
TT Trinidad & Tobago|Trinité-et-Tobago
TZ Tanzania|Tanzanie|République-Unie de Tanzanie
UG Ouganda
US United States|USA|États-Unis|États-Unis d'Amérique
UZ Ouzbékistan
VC Saint-Vincent-et-les Grenadines|St. Vincent and the Grenadines|St Vincent and the Grenadines
VE Venezuela|Venezuela (République bolivarienne du)
VN Vietnam
YE Yémen
ZA Afrique du Sud
ZM Zambie
"""
"""A country on each line: its ISO code, and names with a bar between them."""

PEOPLES = """
AF Afghan
AL Albanian
AM Armenian
AR Argentine|Argentinian
BD Bangladeshi
BF Burkinabe
BI Burundian
BJ Beninese
BO Bolivian
BR Brazilian
BW Botswanan
BZ Belizean
CI Ivorian
CL Chilean
CM Cameroonian
CN Chinese
CO Colombian
CR Costa Rican
CU Cuban
DZ Algerian
EC Ecuadorian|Ecuadorean
EG Egyptian
ER Eritrean
ET Ethiopian
FJ Fijian
GA Gabonese
GH Ghanaian
GM Gambian
GT Guatemalan
GY Guyanese
HN Honduran
HT Haitian
ID Indonesian
IN Indian
IQ Iraqi
IR Iranian
JM Jamaican
JO Jordanian
KE Kenyan
KG Kyrgyz
KH Cambodian
KZ Kazakh
LA Lao|Laotian
LB Lebanese
LK Sri Lankan
LR Liberian
LS Basotho
LY Libyan
MA Moroccan
MD Moldovan
MG Malagasy
ML Malian
MM Burmese
MN Mongolian
MR Mauritanian
MW Malawian
MX Mexican
MZ Mozambican
NA Namibian
NI Nicaraguan
NP Nepali|Nepalese
PA Panamanian
PE Peruvian
PG Papua New Guinean
PH Philippine|Filipino
PK Pakistani
PS Palestinian
PY Paraguayan
RW Rwandan
SB Solomon Islander
SL Sierra Leonean
SN Senegalese
SO Somali
SR Surinamese
SS South Sudanese
SV Salvadoran
SY Syrian
TD Chadian
TG Togolese
TH Thai
TJ Tajik
TL Timorese
TN Tunisian
TR Turkish
TZ Tanzanian
UA Ukrainian
UG Ugandan
UY Uruguayan
UZ Uzbek
VE Venezuelan
VN Vietnamese
YE Yemeni
ZA South African
ZM Zambian
ZW Zimbabwean
"""
"""The same for the adjectives of countries; those that two countries share ("Congolese", "Guinean") are left out."""
