"""The commonest little words of seven languages: they carry no subject, and they tell the language."""

from __future__ import annotations

STOP_WORDS: dict[str, frozenset[str]] = {
    lang: frozenset(words.split())
    for lang, words in {
        "fr": "le la les un une des du de d l au aux et ou en dans par pour sur avec sans sous ce cet cette ces "
        "son sa ses leur leurs notre nos votre vos qui que quoi dont où est sont être été a ont avoir il elle ils "
        "elles on nous vous ne pas plus se s y n c qu entre mais comme si aussi très tout tous toute toutes même",
        "en": "the a an of to in on at by for with without from into and or but not no is are was were be been being "
        "has have had do does did this that these those it its he she they we you i their our your his her who which "
        "what where when how as than then so such also can could will would should may might about between over",
        "nl": "de het een van te in op aan bij voor met zonder uit naar door om en of maar niet geen is zijn was waren "
        "wordt worden heeft hebben had dit dat deze die er hij zij ze we wij je u hun ons onze als dan ook nog wel al "
        "over tussen onder tot wat wie waar hoe meer zeer",
        "it": "il lo la i gli le un uno una di del della dei delle dello degli a al alla ai alle in nel nella nei nelle "
        "da dal dalla con su per tra fra e ed o ma non che chi cui è sono era essere ha hanno si se come anche più "
        "questo questa questi queste suo sua suoi sue loro noi voi ci",
        "es": "el la los las un una unos unas de del a al en con por para sin sobre entre y e o u pero no que quien cual "
        "es son era ser ha han se si como también más este esta estos estas su sus nuestro nuestra lo le les muy ya",
        "el": "ο η το οι τα του της των τον την τους τις στο στη στην στον στα στους στις ένα μια ένας και ή αλλά δεν "
        "μην να θα που πως ότι από με για σε είναι ήταν έχει έχουν αυτό αυτή αυτός αυτά αυτές τη κατά προς μεταξύ ως όπως",
        "lv": "un vai bet ar par no uz pie pēc pirms kas ko ka kā kur kad ir bija būt nav tas tā šis šī tie tās viņš viņa "
        "viņi mēs jūs es to tam lai arī jau vēl kopš starp līdz bez ap pār caur tiek tika ļoti vairāk savu savas",
    }.items()
}
