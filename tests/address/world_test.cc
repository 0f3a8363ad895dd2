// Addresses of other countries, each in its own order: exact bounds of each form that docs/addresses.md calls found. Every
// person and house is invented.
#include <gtest/gtest.h>

#include "address/spans.h"

namespace maske::address {
namespace {

class Worldwide : public testing::TestWithParam<const char*> {};

TEST_P(Worldwide, Bounds) { EXPECT_EQ(Marked(Unmarked(GetParam())), GetParam()); }

const char* const kWorld[] = {
    "Dupont SA\n⟦12, rue de la Paix\n75002 Paris⟧\nFrance\n",
    "Dupont SA\n⟦12 rue de la Paix\n75002 Paris⟧\nFrance\n",
    "Dupont SA, ⟦12 bis, rue de la Paix, 75002 Paris⟧",
    "Dupont SA\n⟦12 rue de la Paix\nF-75002 Paris⟧\n",
    "Dupont SA\n⟦12 avenue Général Muster\n92984 Paris La Défense Cedex⟧\n",
    "Dupont SA\n⟦12 place du Marché\n69003 LYON CEDEX 03⟧\n",
    "Dupont SA\n⟦12, chemin du Lac\n1204 Genève⟧\n",
    "Dupont SA\n⟦Avenue Louise 250\n1050 Bruxelles⟧\n",
    "Dupont SA\n⟦Avenue Louise 250, bte 12\nB-1050 Bruxelles⟧\n",
    "Dupont SA\n⟦12, rue du Lac\nL-1855 Luxembourg⟧\n",
    "J'habite au ⟦12 rue de la Paix, 75002 Paris⟧.",
    "J'habite au ⟦12 rue de la Paix⟧.",
    "J'habite ⟦12, avenue des Lilas⟧.",
    "Voorbeeld BV\n⟦Keizersgracht 123\n1015 CJ Amsterdam⟧\n",
    "Voorbeeld BV\n⟦Keizersgracht 123-II\n1015CJ Amsterdam⟧\n",
    "Voorbeeld BV, ⟦Lange Voorhout 12, 2514 ED Den Haag⟧",
    "Voorbeeld BV\n⟦Meir 12\n2000 Antwerpen⟧\nBelgië\n",
    "Ik woon in de ⟦Lindelaan 12⟧ hier.",
    "Esempio srl\n⟦Via Garibaldi 12\n20121 Milano⟧\nItalia\n",
    "Esempio srl\n⟦Via Garibaldi, 12\n20121 Milano (MI)⟧\n",
    "Esempio srl\n⟦Via Garibaldi, 12\n20121 Milano MI⟧\n",
    "Esempio srl\n⟦Piazza della Repubblica n. 3\n00184 Roma⟧\n",
    "Abito in ⟦via Garibaldi 12⟧, scala B",
    "Ejemplo SL\n⟦Calle Mayor 12\n28013 Madrid⟧\nEspaña\n",
    "Ejemplo SL\n⟦C/ Mayor, 12, 3º B\n28013 Madrid⟧\n",
    "Ejemplo SL\n⟦Calle de la Luna, 12\n28013 Madrid⟧\n",
    "Vivo en la ⟦calle Mayor 12⟧, ahora",
    "Exemplo Lda\n⟦Rua das Flores 12\n1200-195 Lisboa⟧\n",
    "Przykład sp.\n⟦ul. Długa 5\n00-238 Warszawa⟧\nPolska\n",
    "Przykład sp., ⟦al. Jerozolimskie 12, 00-238 Warszawa⟧",
    "Przykład sp.\n⟦Plac Wolności 5\nPL-00-238 Warszawa⟧\n",
    "Mieszkam przy ⟦ul. Długiej 5⟧ teraz",
    "Příklad s.r.o.\n⟦Vodičkova 12\n110 00 Praha 1⟧\n",
    "Příklad s.r.o.\n⟦Na Příkopě 12/3\n110 00 Praha⟧\nČesko\n",
    "Příklad s.r.o.\n⟦ul. Dlouhá 12\n602 00 Brno⟧\n",
    "Exempel AB\n⟦Kungsgatan 12\n111 43 Stockholm⟧\nSverige\n",
    "Exempel AB\n⟦Storgatan 12 B\nSE-111 43 Stockholm⟧\n",
    "Eksempel ApS\n⟦Vestergade 12, 2. tv.\n1456 København K⟧\n",
    "Eksempel ApS\n⟦Lindevej 12\nDK-2100 København Ø⟧\n",
    "Eksempel AS\n⟦Storgata 12\n0155 Oslo⟧\nNorge\n",
    "Esimerkki Oy\n⟦Mannerheimintie 12 A 3\n00100 Helsinki⟧\n",
    "Esimerkki Oy\n⟦Kauppakatu 12\nFI-40100 Jyväskylä⟧\n",
    "Példa Kft.\n⟦Kossuth utca 12.\n1055 Budapest⟧\n",
    "Example Ltd\n⟦12 Sample Road\nLondon\nE10⟧\nUnited Kingdom\n",
    "Example Ltd\n⟦Flat 3\n12 Sample Road\nLondon SW1A 1AA⟧\n",
    "Example Ltd\n⟦Flat 3, 12 Sample Road, London SW1A 1AA⟧\n",
    "Example Ltd\n⟦Unit 3, Sample Business Park\nSample Road\nManchester\nM1 1AA⟧\n",
    "Example Ltd\n⟦Sample House, 12 Sample Road, Leeds LS1 4AP⟧\n",
    "Example Ltd\n⟦12 Sample Road\nLeeds\nWest Yorkshire\nLS1 4AP⟧\n",
    "Example Inc\n⟦123 Main St Apt 4B\nSpringfield, IL 62701⟧\nUSA\n",
    "Example Inc\n⟦123 N. Main Street, Suite 100, Springfield, IL 62701-1234⟧\n",
    "Example Inc\n⟦123 Main St #5\nSpringfield, Illinois 62701⟧\n",
    "Example Inc\n⟦One Sample Plaza\nSpringfield, IL 62701⟧\n",
    "She lives at ⟦123 Main Street⟧ now.",
    "She lives at ⟦123 Main Street, Springfield, IL⟧ now.",
    "Jane Doe\n⟦PSC 1234, Box 567\nAPO AE 09204⟧\n",
    "Jane Doe\n⟦Unit 1234 Box 567\nAPO AP 96303⟧\n",
    "Jane Doe\n⟦USS Sample\nFPO AP 96303⟧\n",
    "Example Pty\n⟦Level 20\n680 Sample Street\nSydney NSW 2000⟧\nAustralia\n",
    "Example Pty\n⟦110 Sample St\nSurry Hills NSW 2010⟧\nAustralia\n",
    "Example Ltd\n⟦12 Sample Road\nToronto, ON M5H 3M7⟧\nCanada\n",
    "Example Ltd\n⟦12 Sample Road\nToronto ON  M5H 3M7⟧\n",
    "Example Ltd\n⟦12 Sample Quay\nDublin 2\nD02 NA07⟧\n",
    "Example Ltd\n⟦12 Sample Street\nCork⟧\nIreland\n",
};
INSTANTIATE_TEST_SUITE_P(World, Worldwide, testing::ValuesIn(kWorld));

}  // namespace
}  // namespace maske::address
