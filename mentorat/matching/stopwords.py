"""Words that say little: the commonest of seven languages, and those that most texts on any subject share.

Stop words carry no subject, and they tell the language.  Common words are weighed low even where only
a handful of texts is compared: the share of texts in which each stands was counted in English papers of
four fields (the field that uses a word most left out) and is set by hand for reports of cities.
"""

from __future__ import annotations

STOP_WORDS: dict[str, frozenset[str]] = {
    lang: frozenset(words.split())
    for lang, words in {
        "fr": "le la les un une des du de d l au aux et ou en dans par pour sur avec sans sous ce cet cette ces "
        "son sa ses leur leurs notre nos votre vos qui que quoi dont où est sont être été a ont avoir il "
        "elle ils elles on nous vous ne pas plus se s y n c qu entre mais comme si aussi très tout tous "
        "toute toutes même chaque afin ainsi alors aucun aucune autre autres avant après autour car celle "
        "celles celui ceux certain certaine certaines certains cela ceci chez comment contre déjà depuis dès "
        "donc doit doivent durant encore enfin eux faire fait faut font fois grâce hors ici jamais jusque "
        "jusqu là loin lors lorsque lui malgré me mes mien moi moins mon ma ni notamment nul or parce "
        "parfois parmi pendant peu peut peuvent plusieurs plutôt pourquoi près presque puis puisque quand "
        "quel quelle quelles quels quelque quelques sauf selon sera seront sien soi soit souvent surtout "
        "tandis tant tel telle telles tels toi toujours ton travers trop vers via voici voilà deux trois "
        "étaient était avait avaient ayant aura auront beaucoup j m t lorsqu puisqu quoiqu",
        "en": "the a an of to in on at by for with without from into and or but not no is are was were be been "
        "being has have had do does did this that these those it its he she they we you i their our your his "
        "her who which what where when how as than then so such also can could will would should may might "
        "about between over each every all any both few many much several some more most other others "
        "another only own same too very just even still already yet however therefore thus hence while "
        "whereas although though because if until during before after above below under again once here "
        "there why whom whose me him us my itself themselves himself herself ourselves cannot must shall "
        "having doing let per via upon among within across along against towards toward out off down through "
        "since two three onto otherwise nor rather quite",
        "nl": "de het een van te in op aan bij voor met zonder uit naar door om en of maar niet geen is zijn was "
        "waren wordt worden heeft hebben had dit dat deze die er hij zij ze we wij je u hun ons onze als dan "
        "ook nog wel al over tussen onder tot wat wie waar hoe meer zeer alle alles allemaal ander andere "
        "anderen beide binnen buiten daar daarbij daardoor daarom daarvoor doen doet dus eens eerder eigen "
        "elk elke elkaar even gaan gaat geweest haar hebt hem hen hier hierbij hoeveel iedere ieder iedereen "
        "iemand iets ik immers inzake ja jouw jullie kan kon konden kunnen later maken mij mijn mits moet "
        "moeten mocht mogen na naast nadat nergens net niemand niets nooit nu ofwel omdat ondanks ooit rond "
        "sinds sommige steeds terwijl thans toch toen tegen tijdens vaak vanaf vanuit veel vele verder via "
        "volgens voordat vooral waarbij waarom waarvan wanneer want weer welk welke weinig werd werden wil "
        "willen zal zelf zelfs zich zo zoals zodat zouden zou zowel zulke twee drie",
        "it": "il lo la i gli le un uno una di del della dei delle dello degli a al alla ai alle in nel nella nei "
        "nelle da dal dalla con su per tra fra e ed o ma non che chi cui è sono era essere ha hanno si se "
        "come anche più questo questa questi queste suo sua suoi sue loro noi voi ci alcuni alcune alcun "
        "alcuna allora altro altra altri altre ancora anzi attraverso avere abbia abbiamo bene ciascuno "
        "ciascuna ciò cioè così dai dallo dagli dalle deve devono dove dopo dunque durante entro essi esse "
        "fa fanno fare fino già gran hai ho infatti inoltre insieme invece io là lei lui li malgrado me meno "
        "mentre mi mia mio miei molti molto molta molte ne né nello negli nessun nessuna niente nostra "
        "nostro nostre nostri ogni oltre ora oppure perché però poco pochi poi possono può prima presso "
        "proprio propria propri proprie qual quale quali qualche quando quanto quanti quello quella quelli "
        "quelle qui quindi sarà saranno sempre sia siano sopra soprattutto sotto spesso stato stata stati "
        "state stesso stessa stesse stessi sta sul sulla sulle sullo sugli sui tale tali tanto te ti troppo "
        "tu tutto tutta tutti tutte tutt dell dall nell sull all ve verso vi via vostro due tre",
        "es": "el la los las un una unos unas de del a al en con por para sin sobre entre y e o u pero no que "
        "quien cual es son era ser ha han se si como también más este esta estos estas su sus nuestro "
        "nuestra lo le les muy ya algo alguien alguno alguna algunos algunas algún allí además ahora ante "
        "antes apenas aquel aquella aquellos aquí así aún aunque bajo bastante bien cada casi cierto cómo "
        "cosa cuando cuanto cuales cualquier desde después donde dos durante ella ellas ellos él entonces "
        "esa esas ese esos eso está están estaba estar fue fueron gracias hacia hace hacen hacer hasta hay "
        "había haber incluso junto luego mas mediante me menos mi mientras misma mismo mismos mismas mucho "
        "mucha muchos muchas nada nadie ni ninguno ninguna ningún nos nosotros nuestros nuestras otra otro "
        "otras otros poca poco pocos pocas porque pueda puede pueden pues qué quienes según sea sean será "
        "serán sí sido siempre sino solo sólo tal tales tampoco tan tanto te tener tiene tienen toda todas "
        "todo todos tras tres uno usted vez vía yo cuyo cuya cuyos",
        "el": "ο η το οι τα του της των τον την τους τις στο στη στην στον στα στους στις ένα μια ένας και ή αλλά "
        "δεν μην να θα που πως ότι από με για σε είναι ήταν έχει έχουν αυτό αυτή αυτός αυτά αυτές τη κατά "
        "προς μεταξύ ως όπως άλλο άλλος άλλη άλλοι άλλες άλλα αν ανά ανάμεσα απέναντι αρκετά αρκετοί αυτούς "
        "αυτών αφού γιατί δηλαδή δια διότι δύο εάν εδώ εκεί εκείνο εκείνοι εκτός ενός ενώ εντός επί επίσης "
        "έτσι ήδη ίδιο ίδια ίδιοι ίσως καθώς κάθε καθένας κάποιο κάποια κάποιοι κάποιες κανείς κανένα κάτω "
        "λίγο λίγα λίγοι λόγω μα μας μαζί μεν μέσω μέχρι μετά μόνο μου μπορεί μπορούν μπροστά ξανά όλο όλα "
        "όλοι όλες όλους όλων όμως όπου όποιος όσο όσα όσοι όταν ούτε πάλι παρά πάντα πάνω περί περίπου πια "
        "πιο πλέον ποιος ποια ποιο πολύ πολλά πολλοί πολλές πόσο ποτέ πού πριν πρέπει προ σας σαν σου συχνά "
        "τέτοιο τι τίποτα τόσο τότε τρεις τρία υπέρ υπό ύστερα χωρίς ώστε είχε είχαν έχουμε είμαστε έναν μία "
        "κι δε εν εκ εξ αφ απ μ σ τ γι",
        "lv": "un vai bet ar par no uz pie pēc pirms kas ko ka kā kur kad ir bija būt nav tas tā šis šī tie tās "
        "viņš viņa viņi mēs jūs es to tam lai arī jau vēl kopš starp līdz bez ap pār caur tiek tika ļoti "
        "vairāk savu savas abi abas aiz apakš atkal augšā biju bijis bijuši būs citi cits cita citas citu "
        "daudz daudzi dažādi dažas daži diezgan divi divas drīz gan gandrīz ja jā jebkurš jo jūsu katrs "
        "katra katru katrā kāds kāda kādas kādi kamēr kopā kuri kuras kurš kura kuru kurā kuriem kurām man "
        "mans mana mūsu ne nedz nekā nevis nu otrs pa paši pats pat pašu patlaban pret pretim priekš "
        "piemēram savs sava savā savus savam savi sev sevi sāk šajā šai šādi šāds šāda šie šīs šo šos šeit "
        "tad tādēļ tagad tāds tāda tai tajā tiem tām tiks tikai tikt tiešām tomēr tos tur turklāt tu "
        "tādējādi vairs vairāki vairākas vajag var varēt vien viens viena vienu vienā vienmēr virs visi "
        "visas visu viss visiem visām visur nevar kļūt dēļ atbilstoši saskaņā trīs",
    }.items()
}

_COMMON: dict[str, dict[float, str]] = {
    "fr": {
        0.3: "commune habitant habitants municipal municipalité personnes projet public service services ville",
        0.15: "accès acteurs action actions activités aide besoin besoins développement ligne local locale locaux "
        "mettre mise nouveau nouveaux nouvelle offre permet permettre place politique population programme "
        "réseau social sociale territoire travail vie",
        0.08: "an année années ans base cadre chose choses création créer difficile difficulté difficultés "
        "différents dispositif divers domaine donne donner ensemble exemple face façon gens grand grande "
        "important jour jours lien lieu lieux manque mesure mesures mois monde moyens nombre objectif "
        "objectifs oeuvre organisation organise part partenaires parti participants partie passer petit "
        "petite plan premier première propose proposer propre question rendre reste résultats rôle savoir "
        "semaine seul seule seuls situation soient soutien suivi temps trouve trouver venir venus vivent "
        "vivre voient voir voit équipe œuvre",
    },
    "en": {
        0.4: "based city field method municipal municipality paper people project propose public residents "
        "results service services show study using",
        0.2: "action actions activities algorithm analysis applications applied approach art community compared "
        "data dataset datasets development different effect efficient existing experiments framework high "
        "including increase investigated learning model needs outperforms performance population present "
        "process program programme proposed provide related research social state structure system task "
        "tasks time town training well",
        0.1: "addition analyzed area assessment baseline baselines benchmark benchmarks bounds bring brings "
        "challenging change characteristics code combined considered contribution created creation current "
        "day demonstrate dependent described design determined difficult difficulty discussed due effective "
        "empirical empirically evaluation find findings finds first found further future general generalize "
        "give goal goals identify impact important improve inference information institutions integration "
        "large leading leverage limit live lives make measured measures meet month months network new number "
        "observed obtained optimal order participants partners plan possible potential prior problems recent "
        "reported representation representations required revealed review run runs setting settings "
        "significant sota take takes team techniques technology terms theoretical together type "
        "understanding use used value various week work year years",
        0.05: "ability able accelerated access according account accuracy accurate achieved activity adaptive "
        "adding address adoption advanced advantage affect aims allows almost alternative amount analyses "
        "analytical appeared appropriate approximation arising around artificial aspects assisted associated "
        "attempts attention attracted attributed available average back background balance basic basis "
        "become behavior benefits best better beyond bias body broad calculated called capability capture "
        "carried case caused center certain challenges circular classical clear close clusters collection "
        "common communication comparison complete complex component comprehensive computational "
        "concentration concept concerning conclude conclusions conditions conducted confirmed consequence "
        "consideration consisting construction containing content context contrast control core correction "
        "correlation corresponding cost covered create critical cross crucial decades decision decreases "
        "defined degrees density depth derived description detailed detection dimensional dimensions "
        "distance distinct diversity dominant done dynamics efforts either element emerging employed enables "
        "end enhanced error especially essential established estimated evidence evolution examined example "
        "exhibit expected experimental explained explicit exploiting explore expressions extended extensive "
        "external extracted facilitate fact factor far fast favorable feasibility features finally focus "
        "following form formation four free frequency full fully function fundamental furthermore gain gap "
        "generation given gives global good governed great greater groups growing growth guide hand help "
        "higher highest hybrid idea identification illustrate implementation implications inclusion "
        "incorporating independent individual influence initial input insights intensity interaction "
        "interest interpretation introduced involving issues key known lack larger largest last latter least "
        "led less level life like links local location long look low lower made main maintain major making "
        "mapping means mechanism moreover moving multi multiple namely near necessary need negative next non "
        "normalized novel numerical objective occurrence occurs offer often ones open operation optimized "
        "original output overall parameters part particular patterned period perspective phenomenon place "
        "platform play point position power practical precise predict preferred presence previous principles "
        "probability problem procedure produce profile progress promising promote properties proportion "
        "purpose qualitative quality quantify quantitative questions random range rapidly rate ratio reach "
        "read real reasons received reduced references regarding region regular relationship relevant "
        "reliability rely remains represent reproducibility respectively response rise robust role sample "
        "scale second section sector seems selected self sense sensitivity separation series set shape shift "
        "short shown side similar simple single situation size small smaller solution solving sources space "
        "special specific standard starting statistical step strategies strength strong sub subject "
        "subsequent substantially successfully sufficient suggest suitable support systematic taken taking "
        "target temporal tend test them theory third tools top total traditional transformation transition "
        "trends typical underlying unique united user usually utilized validity variables variation variety "
        "varying versus view volume way weak weighted whether whole wide write yields zero",
    },
    "nl": {
        0.3: "bewoners dienst diensten gemeente gemeentelijk gemeentelijke inwoners mensen project stad",
        0.15: "aanbod actie acties activiteiten behoefte behoeften beleid bevolking leven lokaal lokale netwerk "
        "nieuw nieuwe nood ondersteuning plaats programma samen sociaal sociale steun toegang werking",
        0.08: "aantal brengt dag dagen deel deelnemers doel doelen eerste gebied gebrek geeft geven goed groep "
        "groepen groot grote jaar jaren klein kleine komen komt krijgen krijgt maakt maand maatregelen "
        "manier moeilijk ontbreekt ontbreken ontwikkeling organiseert partners plan rol situatie stelt team "
        "tijd vinden vindt voorbeeld week weten zorgen zorgt",
    },
    "it": {
        0.3: "abitanti cittadini città comunale comunali comune persone progetto pubblica pubblico servizi "
        "servizio",
        0.15: "accesso attività azione azioni bisogni bisogno lavoro locale locali nuova nuove nuovi nuovo offerta "
        "politica popolazione posto programma rete sociale sociali sostegno territorio vita",
        0.08: "ambito anni anno crea creare dare difficile difficoltà dà esempio giorni giorno grande gruppi "
        "gruppo manca mancano mancanza mese mesi misure modo numero obiettivi obiettivo organizza parte "
        "partecipanti partner piano piccolo porta portare primo ruolo sapere settimana situazione squadra "
        "sviluppo tempo trova trovare vivere vivono",
    },
    "es": {
        0.3: "ayuntamiento ciudad habitantes municipal municipales municipio personas proyecto pública público "
        "servicio servicios vecinos",
        0.15: "acceso acciones acción actividades apoyo local locales lugar necesidad necesidades nueva nuevas "
        "nuevo nuevos oferta población política programa red social sociales territorio trabajo vida",
        0.08: "año años crea crear da dar desarrollo dificultad dificultades difícil día días ejemplo encontrar "
        "equipo falta faltan grande grupo grupos lleva llevar manera medidas mes meses número objetivo "
        "objetivos organiza papel parte participantes pequeño plan primera primero saber semana situación "
        "socios tiempo viven vivir ámbito",
    },
    "el": {
        0.3: "άνθρωποι άτομα έργο ατόμων δήμο δήμος δήμου δημοτική δημοτικό κάτοικοι κατοίκους πρόγραμμα πόλη "
        "πόλης υπηρεσία υπηρεσίες",
        0.15: "ανάγκες ανάγκη δίκτυο δράσεις δράση δραστηριότητες εργασία ζωή θέση κοινωνική κοινωνικό νέα νέο "
        "νέοι περιοχή πληθυσμός πολιτική πρόσβαση τοπικές τοπική τοπικό υποστήριξη",
        0.08: "έλλειψη έτος ανάπτυξη αριθμός βοηθά βοηθούν βρίσκουν βρουν δίνει δημιουργεί δυσκολία δύσκολο "
        "εβδομάδα εταίροι ζουν ημέρα κατάσταση λείπει λείπουν μέρα μέρος μέτρα μήνα μήνες μεγάλο μικρό ομάδα "
        "ομάδες οργανώνει παράδειγμα πρώτο ρόλος στόχοι στόχος συμμετέχοντες σχέδιο τομέας τρόπος χρόνια "
        "χρόνο χρόνος",
    },
    "lv": {
        0.3: "cilvēki cilvēkiem iedzīvotāji iedzīvotājiem pakalpojumi pakalpojumu pašvaldība pašvaldības pilsēta "
        "pilsētas pilsētā projekts projektu",
        0.15: "aktivitātes atbalsts atbalstu darbs darbība dzīve jauna jauni jauns pasākumi piekļuve politika "
        "programma sociālais sociālā teritorija tīkls vajadzība vajadzības vieta vietējais vietējie vietējā",
        0.08: "atrast atrod attīstība dalībnieki daļa diena dod dzīvo gadi gads gadu grupa grupas grūti joma "
        "komanda laiks liels loma mazs mēnesis mēneši mērķi mērķis nedēļa nodrošina organizē palīdz palīdzēt "
        "partneri piemērs pirmais plāns rada rīko situācija skaits trūkst trūkums veido veids",
    },
}


def common(lang: str) -> dict[str, float]:
    """For each common word of a language the share of texts in which it stands (of two, the larger)."""
    return {word: share for share, words in sorted(_COMMON.get(lang, {}).items()) for word in words.split()}
