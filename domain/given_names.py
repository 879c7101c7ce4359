"""Given names that are common in English and in Spanish, folded: what a name is known by when its bearer is not.

Two lists: names that are hardly ever anything else, and names that are words or months as well.
"""

from typing import Final

_ENGLISH: Final = """
aaron adam adrian aidan alan albert alex alexander alexandra alice alison amanda amber amy andrea andrew angela anna
anne anthony arthur ashley barbara ben benjamin beth betty beverly brandon brenda brian bruce bryan cameron carl
caroline catherine charles charlotte chelsea chris christina christine christopher claire colin connor craig cynthia
daniel danielle darren dave david deborah dennis derek diana diane donald donna doris dorothy doug douglas duncan
dylan edward eleanor elizabeth emily emma eric erica ethan evelyn fiona frances francis fred gareth gary gavin
george gerald gordon graham greg gregory hannah harold harriet harry helen henry howard hugh ian isabella isabelle
jack jacob jacqueline james jamie jane janet janice jason jean jeff jeffrey jennifer jenny jeremy jesse jessica jill
jim joan joanna joanne joe joel john johnny jonathan joseph joshua joyce judith judy julia julian julie justin karen
kate katherine kathleen kathryn katie keith kelly ken kenneth kevin kim kimberly kyle larry laura lauren laurence
lawrence leah leonard lewis liam linda lindsay lisa louis louise lucas lucy luke lynn madison malcolm marcus
margaret maria marie marilyn martha martin marvin mary matt matthew maureen megan melanie melissa michael michelle
mike miranda mohammed molly monica nancy naomi natalie natasha nathan neil nicholas nick nicola nicole nigel noah
oliver olivia oscar owen pamela patricia patrick paul paula peter philip phillip phyllis rachel ralph raymond
rebecca richard rita robert roger ronald rosie ross roy russell ruth ryan sally sam samantha samuel sandra sarah
scott sharon sheila shirley simon sophia sophie stacey stanley stephanie stephen steve steven stuart susan suzanne
sylvia tamara tanya teresa terry theresa thomas tiffany tim timothy tina toby todd tom tony tracy trevor tyler
valerie vanessa vincent walter wayne wendy wesley william zach zachary zoe
"""

_SPANISH: Final = """
abel adela adolfo adriana agustin aitor alberto alejandra alejandro alfonso alfredo alicia almudena alonso alvaro
amalia ana andres angeles angelica anibal anselmo antonia antonio araceli ariadna armando arturo asier asuncion
aurelio beatriz begona benito bernardo berta borja bruno camila carla carlos carlota carmen carolina catalina
cecilia cesar claudia claudio cristian cristina cristobal daniela dario diego edgar edmundo eduardo elena elisa elsa
elvira emilia emilio enrique ernesto esteban estefania esther eugenia eugenio eva fabian fabiola federico felipe
felix fermin fernanda fernando francisca francisco gabriel gabriela gerardo gilberto gisela gonzalo graciela
gregorio guadalupe guillermo gustavo hector hernan hugo humberto ignacio igor iker imanol ines inmaculada irene
isaac isabel ismael ivan jacobo jaime javier jesica jimena joaquin jordi jorge jose josefa josefina juan juana
juanjo julieta karla laia leandro leonardo leonor leticia lidia liliana lorena lorenzo lourdes lucia lucila luis
luisa luisma macarena manolo manuel manuela marcela marcelo marcos margarita mariana mariano maribel marina mario
marisol marta mateo matias mauricio mayte miguel mireia miriam moises monserrat montse montserrat nacho natalia
nerea nestor nicolas noelia nora nuria octavio omar oriol pablo paco patricio paulina pedro pepa pepe rafa rafael
raimundo ramiro ramon raquel raul rebeca regina renata ricardo roberto rocio rodolfo rodrigo rogelio rosalia ruben
sandro santiago sara sebastian sergi sergio silvia sofia sonia susana tamar tatiana teodoro tomas ulises uriel
valentin valentina valeria vicenta vicente viviana xavier ximena yago yolanda zulema
"""

_ALSO_WORDS: Final = """
alba amparo angel art belen bill blanca carol celia chance charity christian clara clemente consuelo cruz dale dawn
dean dolores domingo drew faith flor florence frank gene german gloria grace gracia grant guy heather hope iris ivy
jade jesus josue joy julio lance leo lily luz magdalena marco mark max maximo mercedes milagros miles nelson nieves
olga olive paloma pascual pat paz penny pilar ray remedios rich rob robin rosa rosario rose ruby salvador sean sky
sol soledad sue trinidad vera victor victoria virginia will
"""

#: Names that are names wherever they stand, also in small letters.
GIVEN_NAMES: Final = frozenset(_ENGLISH.split()) | frozenset(_SPANISH.split())
#: Names only with their capital in the midst of a sentence, or with a surname.
PERHAPS_NAMES: Final = frozenset(_ALSO_WORDS.split())
#: Names only where a surname follows.
MONTHS: Final = frozenset({"april", "august", "june", "may"})
