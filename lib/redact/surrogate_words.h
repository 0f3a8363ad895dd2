// The words that surrogates of names, addresses and e-mail are put together from (compound.h). Made up for maske: no word that
// these lists make together is in the lexicons of names and words, and hardly one in any text, since what an input has of them
// is masked as LITERAL. Given names in full names are common ones; they count with one of the surnames behind them alone.
//
// In a list, and among lists that stand at the same place, no word begins another, so that there is one way to read them:
// tests/redact/surrogate_test.cc. The places are real, with a postcode of theirs (lexicons/postcodes_de.tsv).
#ifndef MASKE_REDACT_SURROGATE_WORDS_H_
#define MASKE_REDACT_SURROGATE_WORDS_H_

#include <array>
#include <string_view>

namespace maske::redact::pool {

// Begins of surnames, streets and e-mail addresses.
inline constexpr std::array<std::string_view, 24> kBegins = {
    "Ahren",  "Birken", "Dalen",  "Ellern", "Falken", "Greven", "Hasel",  "Ilmen",
    "Jarken", "Kolben", "Lohen",  "Mersen", "Norken", "Oster",  "Pappel", "Quellen",
    "Rohden", "Sassen", "Tannen", "Ulmen",  "Vehlen", "Weiden", "Zarken", "Buchen"};
// Between begin and end, of surnames and streets from the 577th and 289th on.
inline constexpr std::array<std::string_view, 48> kMiddles = {
    "anger", "bach",  "born", "busch", "damm",  "deich", "eich",   "fall",  "fels", "forst",  "garten", "gries",
    "hag",   "heim",  "hof",  "holm",  "horst", "kamm",  "klint",  "land",  "lind", "marsch", "moor",   "nord",
    "ohl",   "pfuhl", "rain", "ried",  "ring",  "sand",  "see",    "stein", "sund", "teich",  "thal",   "tor",
    "ufer",  "wald",  "wang", "warf",  "werth", "wies",  "winkel", "zaun",  "zell", "hals",   "brook",  "kate"};
// Ends of surnames in full names, alone, and in e-mail addresses.
inline constexpr std::array<std::string_view, 24> kSurnameEnds = {
    "brinkner", "dahlmer", "feldner", "gartmer",  "holzner", "kampmer", "lachner", "mattner",
    "nestler",  "obermer", "pichler", "quastner", "rothmer", "stegner", "tallmer", "urbner",
    "vossner",  "wallmer", "ziegner", "biehler",  "deppler", "fenkner", "gellmer", "hubner"};
// Ends of surnames of persons of whom no more is known.
inline constexpr std::array<std::string_view, 24> kLoneEnds = {
    "barth", "dorn",   "egge",  "fleth",  "grund", "hauth", "jahn",   "kuhl",  "leng",   "mauk", "noll", "pahl",
    "reuth", "schott", "treff", "ullich", "vagt",  "wenk",  "zander", "bries", "clamor", "diel", "esch", "fromm"};
// Middles of streets.
inline constexpr std::array<std::string_view, 12> kStreetEnds = {"lohr", "mecke",   "siepen", "brahm", "wisch", "hude",
                                                                 "kolk", "specken", "rott",   "berge", "furt",  "loog"};
// Given names in full names.
inline constexpr std::array<std::string_view, 32> kFemale = {
    "Anna",   "Birgit", "Claudia",  "Dagmar",  "Elke",    "Franziska", "Gisela", "Heike", "Ilona",  "Jana", "Katrin",
    "Lisa",   "Maria",  "Nadine",   "Olga",    "Petra",   "Renate",    "Sabine", "Tanja", "Ursula", "Vera", "Wiebke",
    "Yvonne", "Zoe",    "Brigitte", "Corinna", "Daniela", "Erika",     "Frauke", "Greta", "Helga",  "Inge"};
// The same.
inline constexpr std::array<std::string_view, 32> kMale = {
    "Anton", "Bernd",    "Carsten",   "Dieter", "Erwin", "Frank",   "Georg",   "Holger", "Ingo",   "Jens",   "Karl",
    "Lars",  "Manfred",  "Norbert",   "Oskar",  "Peter", "Ralf",    "Stefan",  "Thomas", "Ulrich", "Volker", "Werner",
    "Xaver", "Burkhard", "Christoph", "Dirk",   "Ernst", "Florian", "Gerhard", "Heiko",  "Jonas",  "Klaus"};
// The same, where the original does not tell, and of both.
inline constexpr std::array<std::string_view, 32> kEither = {
    "Alexis", "Bente", "Conni",  "Deniz",  "Eike",    "Folke",   "Gerrit",    "Hauke",  "Ilay",   "Jannis",  "Kim",
    "Luca",   "Maris", "Nikola", "Ode",    "Pascale", "Quinn",   "Robin",     "Sascha", "Toni",   "Ulli",    "Vanja",
    "Wanja",  "Yael",  "Zora",   "Andrea", "Bo",      "Charlie", "Dominique", "Elia",   "Finley", "Gabriele"};
// Begins and ends of given names alone.
inline constexpr std::array<std::string_view, 16> kGivenBegins = {"Alda",   "Baldo", "Dagu",  "Ebra",  "Fara",  "Gisa",
                                                                  "Hiltra", "Ingra", "Landa", "Marke", "Ortra", "Radu",
                                                                  "Sita",   "Theu",  "Wala",  "Wune"};
// Between them, from the 65th on.
inline constexpr std::array<std::string_view, 24> kGivenMiddles = {
    "be",  "chi", "dan", "fe", "gar", "ha", "je", "ko", "la", "mo",  "na",  "pe",
    "qui", "ro",  "se",  "ti", "ve",  "wi", "xa", "ya", "zo", "bri", "dor", "sto"};
// The same.
inline constexpr std::array<std::string_view, 4> kFemaleEnds = {"linde", "gunda", "traud", "rune"};
// The same.
inline constexpr std::array<std::string_view, 4> kMaleEnds = {"mund", "wart", "hold", "helm"};
// The same.
inline constexpr std::array<std::string_view, 4> kEitherEnds = {"ris", "non", "mer", "kai"};
// Places with a postcode.
inline constexpr std::array<std::string_view, 16> kPlaces = {
    "34117 Kassel",     "53111 Bonn",     "24103 Kiel",      "18055 Rostock",   "76133 Karlsruhe", "79098 Freiburg",
    "93047 Regensburg", "86150 Augsburg", "55116 Mainz",     "65183 Wiesbaden", "28195 Bremen",    "30159 Hannover",
    "44135 Dortmund",   "01067 Dresden",  "39104 Magdeburg", "99084 Erfurt"};

// Given names that tell a gender, beside those above and beside the rule that most others in -a are women's; each between blanks.
inline constexpr std::string_view kKnownFemale =
    " Angelika Annette Andrea Astrid Barbara Bettina Carmen Carolin Charlotte Christa Christiane Christine "
    "Cornelia Doris Dorothee Edith Elisabeth Elfriede Emma Eva Friederike Gabriele Gerda Gertrud Gudrun Hannah "
    "Hannelore Heidi Hildegard Ilse Ines Ingrid Irene Iris Irmgard Jasmin Jennifer Judith Juliane Karin Kathrin "
    "Kerstin Kirsten Leonie Lieselotte Margarete Margit Marianne Marion Marlene Mareike Margret Melanie Michelle "
    "Mia Nele Nicole Rosemarie Roswitha Ruth Sarah Sibylle Sigrid Silke Simone Sophie Stefanie Stephanie Susanne "
    "Susann Svenja Ute Ulrike Waltraud Yasemin Katharina Agnes Beate Birte Elsbeth Emine Fatma Ayse Lilly Luise "
    "Maike Meike Merle Rahel Silvie Solveig ";
// The same.
inline constexpr std::string_view kKnownMale =
    " Achim Adam Alexander Alfred Ali Andreas Armin Arne Artur Axel Benjamin Ben Benno Bernhard Bertram Björn "
    "Bruno Christian Clemens Daniel David Dennis Detlef Dominik Eberhard Eckhard Emil Erich Erik Eugen Felix "
    "Ferdinand Finn Franz Friedrich Fritz Gottfried Guido Günter Günther Gustav Hannes Hans Harald Hartmut "
    "Heinrich Heinz Helmut Hendrik Henning Henry Herbert Hermann Horst Hubert Hugo Jan Jakob Joachim Johann "
    "Johannes Jörg Josef Jürgen Julian Justus Kai Kevin Konrad Kurt Leo Leon Lothar Lorenz Ludwig Lukas Marc Marco "
    "Mario Mark Markus Marcel Martin Matthias Mathias Max Maximilian Mehmet Michael Moritz Murat Mustafa Niklas "
    "Nils Olaf Oliver Otto Pascal Patrick Paul Philipp Rainer Reiner Reinhard René Richard Robert Roland Rolf "
    "Roman Rüdiger Rudolf Sebastian Siegfried Simon Sören Steffen Sven Theodor Theo Thilo Thorsten Tim Timo Tobias "
    "Tom Torsten Udo Uwe Viktor Walter Wilhelm Willi Wolfgang Joshua Ilja Nikita Elia Noah Elias Jonas Luca Luka "
    "Mika Joscha Attila ";

}  // namespace maske::redact::pool

#endif  // MASKE_REDACT_SURROGATE_WORDS_H_
