/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.regelwerk;

import de.kommunalsdk.pruefung.Fachregel;
import de.kommunalsdk.pruefung.Nachrichtenelement;
import de.kommunalsdk.pruefung.internal.Kontextregel;
import de.kommunalsdk.pruefung.internal.Pfad;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * XBau-Hochbau 2.6, written after the rules of {@code xbau-schematron.sch}; their texts are our own. A number that is
 * none breaks the schema, so nothing is said about it here.
 */
final class Xbau {

    static final String NAMENSRAUM = "http://www.xleitstelle.de/xbau/2/6";
    static final String LEER = "sch-xbau-gen-001";

    private static final Set<String> GEBAEUDE = Set.of(
            "statistik.baubeginn.0423",
            "statistik.baufertigstellung.0425",
            "statistik.baugenehmigung.0421",
            "statistik.bauueberhang.0427",
            "statistik.datenBauvorhaben.0420",
            "statistik.fertigstellungRohbau.0424");
    private static final Set<String> NUR_ANGABEN =
            Set.of("statistik.bauabgang.0426", "statistik.erloscheneBaugenehmigung.0422");

    // narrower than the list of DVDV prefixes, which has one of two letters and one with an umlaut
    private static final Pattern KENNUNG = Pattern.compile("[a-z]{3}:[0-9]+");

    private static final BigDecimal HUNDERT = BigDecimal.valueOf(100);
    private static final BigDecimal MIN_JE_RAUMMETER = BigDecimal.valueOf(150);
    private static final BigDecimal MAX_JE_RAUMMETER = BigDecimal.valueOf(400);
    private static final int MAX_VOLLGESCHOSSE = 3;
    private static final int VIELE_RAEUME = 7;

    private static final String RAUMINHALT = "x:bruttoRauminhaltBRI";
    private static final String VOLLGESCHOSSE = "x:anzahlVollgeschosse";
    private static final String RAEUME = "x:anzahlRaeumebeiWohnungenMitSiebenOderMehrRaeumen";
    private static final String KOSTEN_300 = "x:baukosten/x:kostengruppe300";
    private static final String KOSTEN_400 = "x:baukosten/x:kostengruppe400";

    private Xbau() {}

    static List<Fachregel> regeln() {
        List<Fachregel> regeln = new ArrayList<>();
        Map<String, List<Pfad>> koepfe = Map.of("*", List.of(pfad("//nachrichtenkopf.g2g")));
        regeln.add(regel("sch-xbau-001", kennung("Leser"), koepfe, e -> dvdvKennung(e, "leser")));
        regeln.add(regel("sch-xbau-002", kennung("Autor"), koepfe, e -> dvdvKennung(e, "autor")));
        regeln.add(regel(
                "sch-anz-001",
                "Für die Statistik muss die Anzeige einen Anzeigenden nennen.",
                Map.of("anzeige.beseitigungAbsicht.0950", List.of(pfad(""))),
                e -> da(e, "x:anzeigender")));
        angaben(regeln);
        wohnungen(regeln);
        gebaeude(regeln);
        return List.copyOf(regeln);
    }

    private static String kennung(String wer) {
        return "Die DVDV-Kennung besteht aus drei Kleinbuchstaben, Doppelpunkt und Ziffern: " + wer + ".";
    }

    private static boolean dvdvKennung(Nachrichtenelement kopf, String wer) {
        return !wert(kopf, wer + "/verzeichnisdienst/code", "DVDV")
                || finde(kopf, wer + "/kennung").stream()
                        .anyMatch(k -> KENNUNG.matcher(k.text()).matches());
    }

    private static void angaben(List<Fachregel> regeln) {
        Map<String, List<Pfad>> orte = new TreeMap<>(statistik("//x:allgemeineAngaben"));
        NUR_ANGABEN.forEach(n -> orte.put(n, List.of(pfad("//x:allgemeineAngaben"))));
        regeln.add(new Kontextregel(
                "sch-stat-001",
                "Zum Flurstück muss das Bundesland angegeben sein.",
                NAMENSRAUM,
                orte,
                true,
                nachricht -> da(nachricht, "//x:flurstueck/bundesland")));
        regeln.add(new Kontextregel(
                "sch-stat-002",
                "Der Bauherr muss mit Familienname oder Name der Organisation angegeben sein.",
                NAMENSRAUM,
                orte,
                true,
                nachricht -> gefuellt(nachricht, "//x:bauherr//familienname/name")
                        || gefuellt(nachricht, "//x:bauherr/organisation/name")));
        regeln.add(regel(
                "sch-stat-003",
                "Primäre und sekundäre Heizenergie passen nicht zusammen.",
                statistik("//x:heizenergie"),
                e -> !heizung(e, "001", "014") && !heizung(e, "014", "001")));
    }

    private static boolean heizung(Nachrichtenelement e, String primaer, String sekundaer) {
        return wert(e, "x:primaereHeizenergieHeizung/x:code/code", primaer)
                && wert(e, "x:sekundaereHeizenergieHeizung/x:code/code", sekundaer);
    }

    private static void wohnungen(List<Fachregel> regeln) {
        Map<String, List<Pfad>> orte = new TreeMap<>();
        GEBAEUDE.forEach(
                n -> orte.put(n, List.of(pfad("//x:anzahlDerWohnungenAlt"), pfad("//x:anzahlDerWohnungenNeu"))));
        regeln.add(regel(
                "sch-stat-004",
                "Bei Wohnungen mit sieben oder mehr Räumen, und nur bei ihnen, ist die Anzahl der Räume anzugeben.",
                orte,
                e -> !da(e, "x:kategorie") || wert(e, "x:kategorie/code", "7") == da(e, RAEUME)));
        regeln.add(regel(
                "sch-stat-005",
                "Wohnungen mit sieben oder mehr Räumen haben zusammen mindestens siebenmal so viele Räume.",
                orte,
                e -> {
                    Optional<BigDecimal> raeume = zahl(e, RAEUME);
                    Optional<BigDecimal> anzahl = zahl(e, "x:anzahlWohnungen");
                    return raeume.isEmpty()
                            || anzahl.isEmpty()
                            || raeume.get().compareTo(anzahl.get().multiply(BigDecimal.valueOf(VIELE_RAEUME))) >= 0;
                }));
    }

    private static void gebaeude(List<Fachregel> regeln) {
        Map<String, List<Pfad>> orte = statistik("//x:datenEinzelnesGebaeude");
        regeln.add(regel(
                "sch-stat-006",
                "Ein Wohngebäude mit nur einer Wohnung hat höchstens drei Vollgeschosse.",
                orte,
                e -> !(da(e, VOLLGESCHOSSE)
                                && kleinesWohngebaeude(e)
                                && zahl(e, "x:anzahlDerWohnungen/x:gesamtanzahlWohnungen")
                                        .filter(z -> z.compareTo(BigDecimal.ONE) == 0)
                                        .isPresent())
                        || zahl(e, VOLLGESCHOSSE)
                                .filter(z -> z.compareTo(BigDecimal.valueOf(MAX_VOLLGESCHOSSE)) <= 0)
                                .isPresent()));
        regeln.add(regel(
                "sch-stat-007",
                "Die Baukosten je Kubikmeter Bruttorauminhalt sind nicht plausibel.",
                orte,
                e -> !(da(e, KOSTEN_300) || da(e, KOSTEN_400))
                        || !kleinesWohngebaeude(e)
                        || zahl(e, RAUMINHALT).filter(z -> z.signum() > 0).isEmpty()
                        || kostenPlausibel(e)));
        nurNeubau(regeln, orte, "sch-stat-008", "den Haustyp", "x:angabenGebaeude/x:haustypWohngebaeude");
        nurNeubau(regeln, orte, "sch-stat-009", "den überwiegenden Baustoff", "x:ueberwiegendVerwendeterBaustoff");
        nurNeubau(regeln, orte, "sch-stat-010", "Heizung und Heizenergie", "x:heizungHeizenergie");
        nurNeubau(regeln, orte, "sch-stat-011", "den Bruttorauminhalt", RAUMINHALT);
        nurNeubau(regeln, orte, "sch-stat-012", "die Vollgeschosse", VOLLGESCHOSSE);
        nurNeubau(regeln, orte, "sch-stat-013", "Lüftungsanlagen", "x:sonstigeLueftungsanlagen");
        nurNeubau(regeln, orte, "sch-stat-014", "die Kühlung", "x:kuehlung");
        nurNeubau(regeln, orte, "sch-stat-015", "das Gebäudeenergiegesetz", "x:erfuellungGEG");
    }

    private static boolean kleinesWohngebaeude(Nachrichtenelement e) {
        return (wert(e, "x:angabenGebaeude/x:artDesWohngebaeudes/code", "1")
                        || wert(e, "x:angabenGebaeude/x:artDesWohngebaeudes/code", "2"))
                && (bautaetigkeit(e, "1") || bautaetigkeit(e, "2"));
    }

    private static boolean bautaetigkeit(Nachrichtenelement e, String code) {
        return wert(e, "x:baugenehmigung/x:artDerBautaetigkeit/code", code);
    }

    /** 150 to 400 per cubic metre, of hundreds as the message has them; the rule needs both groups of costs. */
    private static boolean kostenPlausibel(Nachrichtenelement e) {
        Optional<BigDecimal> summe =
                zahl(e, KOSTEN_300).flatMap(a -> zahl(e, KOSTEN_400).map(a::add));
        Optional<BigDecimal> nenner = zahl(e, RAUMINHALT).map(HUNDERT::multiply);
        return summe.isPresent()
                && nenner.isPresent()
                && summe.get().compareTo(nenner.get().multiply(MIN_JE_RAUMMETER)) >= 0
                && summe.get().compareTo(nenner.get().multiply(MAX_JE_RAUMMETER)) <= 0;
    }

    private static void nurNeubau(
            List<Fachregel> regeln, Map<String, List<Pfad>> orte, String id, String was, String pfad) {
        regeln.add(regel(
                id,
                "Nur bei Neubauten sind Angaben zulässig über " + was + ".",
                orte,
                e -> !bautaetigkeit(e, "3") || !da(e, pfad)));
    }

    private static Fachregel regel(
            String id, String meldung, Map<String, List<Pfad>> orte, Predicate<Nachrichtenelement> gilt) {
        return new Kontextregel(id, meldung, NAMENSRAUM, orte, false, gilt);
    }

    private static Map<String, List<Pfad>> statistik(String pfad) {
        Map<String, List<Pfad>> orte = new TreeMap<>();
        GEBAEUDE.forEach(n -> orte.put(n, List.of(pfad(pfad))));
        return orte;
    }

    private static boolean da(Nachrichtenelement e, String pfad) {
        return !finde(e, pfad).isEmpty();
    }

    private static boolean gefuellt(Nachrichtenelement e, String pfad) {
        return finde(e, pfad).stream().anyMatch(x -> !x.text().isBlank());
    }

    private static boolean wert(Nachrichtenelement e, String pfad, String wert) {
        return finde(e, pfad).stream().anyMatch(x -> x.text().equals(wert));
    }

    private static Optional<BigDecimal> zahl(Nachrichtenelement e, String pfad) {
        return finde(e, pfad).stream().findFirst().flatMap(x -> {
            try {
                return Optional.of(new BigDecimal(x.text().strip()));
            } catch (NumberFormatException keine) {
                return Optional.empty();
            }
        });
    }

    private static List<Nachrichtenelement> finde(Nachrichtenelement e, String pfad) {
        return pfad(pfad).suche(e);
    }

    private static Pfad pfad(String text) {
        return Pfad.von(NAMENSRAUM, text);
    }
}
