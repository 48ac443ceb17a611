/** What people call each other in place of the name on paper, a family of names a line. Lower case, without accents. */

const families = `
elizabeth liz lizzie beth betty libby eliza elisabeth elsbeth lisa lisbeth sissi
robert bob bobby rob robbie bert rupert
william bill billy will willy willie liam wilhelm willi
richard rick ricky dick rich richie
margaret maggie meg peggy madge margarita marga greta margarete gretchen marguerite
james jim jimmy jamie
john johnny jack jon juan juanito johann johannes hans hannes jean
jonathan jon jonny
katherine catherine kathryn katharine kathleen kate katie kathy cathy kat kit kitty katharina kathi catalina cata
michael mike mikey mick mickey miguel michel michi
thomas tom tommy tomas tomi
edward ed eddie ted teddy ned eduardo edu lalo edouard
anthony tony antonio toni tono anton
daniel dan danny dani
david dave davey
joseph joe joey jose pepe pepito joseph sepp josef
charles charlie chuck chas carlos carlitos karl carl
christopher chris kit cristobal christoph
christine chris chrissy tina cristina christina kristin
patricia pat patty tricia trish
patrick pat paddy patricio
samuel sam sammy
samantha sam sammy
susan sue susie suzy susanna susana suzanne
stephen steven steve esteban stefan stephan etienne
matthew matt matty mateo matthias mathieu
andrew andy drew andres andreas andre
alexander alex al sandy sasha xander alejandro alexandre alexandra alejandra alexis sandra
benjamin ben benny benji
nicholas nick nicky nicolas nico klaus niklas
timothy tim timmy
gregory greg gregorio
jeffrey geoffrey jeff geoff
kenneth ken kenny
lawrence laurence larry lorenzo laurent lars
leonard leo lenny leonardo
peter pete pedro pierre piet
philip phillip phil felipe philippe
raymond ray ramon raimundo
ronald ron ronnie
theodore ted teddy theo teodoro
victoria vicky vicki tori
rebecca becky becca
deborah debra deb debbie
dorothy dot dottie dolly dora
eleanor ellie nell nora leonor lore
florence flo florrie
frances fran francesca frankie
francis frank frankie francisco paco pancho curro kiko fran quico francois franz
frederick fred freddie federico fede friedrich fritz frederic
gabriel gabe gabi
gabrielle gabriela gabi gaby
henry harry hank hal enrique quique kike heinrich heinz henri
isabella isabel bella izzy isa chabela isabelle
jacqueline jackie
jennifer jenny jen
jessica jess jessie
josephine jo josie josefa pepa fina
judith judy judi
lillian lily lilian
louis lou lewis luis lucho ludwig lutz
louise lou luisa
lucia lucy luz lucie
madeleine madeline maddie magdalena magda malena lena
martha marty marta
mary molly polly maria mari marie mia
maria-jose mariajose majo
nancy nan ann anne anna ana anita annie anya
nathaniel nathan nate nat
pamela pam
penelope penny
priscilla cilla
reginald reg reggie
sarah sara sally sadie
teresa theresa terry tess tessa tere maite
terence terry
valerie val valeria
vincent vince vinny vicente vincenz
walter walt wally
zachary zach zack
abigail abby gail
agnes aggie ines
albert al bert alberto beto albrecht
alfred al fred alfie alfredo fredo
amanda mandy
arthur art arturo
barbara barb barbie babs
bernard bernie bernardo bernhard
caroline carol carrie caro carolina
cynthia cindy
donald don donnie
douglas doug
emily em emmy emilia emi
eugene gene eugenio
george georgie jorge georg jorg jurgen schorsch
gerald gerry jerry gerardo gerhard gerd gerard
harold hal harry
herbert herb bert
jerome jerry jeronimo
joanna jo joan joanne juana
joshua josh
lewis lew lou
melissa mel missy
nicole nicky nikki
olivia liv livvy
pauline paula paulina
russell russ
sidney sid
stanley stan
sylvester sly
wendy gwendolyn gwen
ignacio nacho iggy ignaz
jesus chus chuy suso
concepcion concha conchi conchita
rosario charo
dolores lola loli
guadalupe lupe lupita
guillermo memo guille guillaume gui
mercedes merche mercy
pilar pili
consuelo chelo
encarnacion encarna
manuel manolo manu manny emanuel
rafael rafa raphael
salvador salva
sebastian seba basti bastian sebastien
santiago santi diego iago
fernando fer nando
francisca paca paqui
gonzalo gonza
graciela chela
hortensia tencha
remedios reme
roberto beto tito
rodolfo fito rudolf rudi
rodrigo rodri
soledad sole
vicente chente
montserrat montse
inmaculada inma
jaime jaume
javier javi xavier xavi
joaquin quino ximo joachim jochen achim
ulrich uli
wolfgang wolf
bernadette bernie
dominique dominic dom domingo
veronique veronica vero
monique monica moni
genevieve gen genoveva
bartholomew bart bartolome
cornelius corny kees
oluwaseun seun
oluwatobi tobi
chukwuemeka emeka
chidinma chidi
mohammed mohamed muhammad mohammad mo hamada
abdul abdullah abdel
aleksandr sasha aleksander
dmitri dmitry dima
ekaterina katya katja
vladimir vova volodya
`

const familyOf = new Map<string, Set<number>>()
for (const [number, line] of families.trim().split('\n').entries())
  for (const name of line.split(' ')) familyOf.set(name, (familyOf.get(name) ?? new Set()).add(number))

/** The families that a given name belongs to; none for most. */
export const namesakesOf = (given: string): ReadonlySet<number> | undefined => familyOf.get(given)

/** Whether two given names may be one person's: `liz` and `elizabeth`. */
export function mayBeCalled(left: string, right: string): boolean {
  if (left === right) return true
  const one = familyOf.get(left)
  const other = familyOf.get(right)
  if (one === undefined || other === undefined) return false
  for (const number of one) if (other.has(number)) return true
  return false
}
