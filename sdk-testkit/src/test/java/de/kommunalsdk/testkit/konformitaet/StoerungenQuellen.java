/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import static de.kommunalsdk.testkit.konformitaet.Stoerungen.fall;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.seite;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.wenn;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.register.Registeranfrage;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Anfrage;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Stoerung;
import de.kommunalsdk.testkit.konformitaet.Stoerungen.Fall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/** Damages to what comes from elsewhere: consent to a register, a look-up that fails. */
final class StoerungenQuellen {

    private static final Predicate<Anfrage> ENTWURF = a -> a.pfad().contains("/auskunft/antrag/");
    private static final Predicate<Anfrage> FRAGE = a -> a.pfad().endsWith("/einwilligung");
    private static final Predicate<Anfrage> NEIN =
            FRAGE.and(a -> a.istPost() && !a.text().contains("ja."));

    private StoerungenQuellen() {}

    static List<Fall> einwilligung() {
        String regel = "EP06_Einwilligung";
        String frage = "Seite der Einwilligung";
        return List.of(
                fall(regel, "vor-einwilligung-abgerufen", frage, fragtDasRegister(a -> a.pfad()
                        .endsWith("/auskunft/start"))),
                fall(regel, "ohne-einwilligung-abgerufen", "Formularseite", fragtDasRegister(NEIN)),
                fall(regel, "ohne-einwilligung-vorbelegt", "Formularseite", seite(ENTWURF, s -> s.select(".ozg-feld")
                        .append("<p class=ozg-herkunft>Quelle: Melderegister</p>"))),
                new Fall(
                        regel,
                        "kein-weg-ohne",
                        "Formularseite",
                        wenn(NEIN, a -> a.mitStatus(403).ohneKopf("location")),
                        Set.of("EP31_Datenabfrage"),
                        false),
                fall(regel, "keine-wahl", frage, frage(s -> s.select("input[name=ja.melderegister]")
                        .remove())),
                fall(regel, "quelle-fehlt", frage, frage(s -> s.select("legend").empty())),
                fall(regel, "daten-fehlen", frage, frage(s -> s.select("fieldset li")
                        .remove())),
                fall(regel, "vorangekreuzt", frage, frage(s -> s.select("input[name^=ja.]")
                        .attr("checked", ""))),
                fall(regel, "herkunft-fehlt", "Formularseite", seite(ENTWURF, s -> s.select(".ozg-herkunft")
                        .remove())));
    }

    static List<Fall> datenabfrage() {
        String regel = "EP31_Datenabfrage";
        String wo = "Formularseite";
        return List.of(
                fall(
                        regel,
                        "keine-antwort",
                        wo,
                        wenn(a -> a.istPost() && a.text().contains("abfragen"), a -> a.mitStatus(504)
                                .ohneKopf("location"))),
                fall(regel, "kein-hinweis", wo, seite(ENTWURF, s -> s.select("[role=status]")
                        .remove())),
                fall(regel, "feld-gesperrt", wo, nachAusfall(s -> s.select("form input[type=text]")
                        .attr("readonly", ""))),
                fall(regel, "kein-weg-weiter", wo, nachAusfall(s -> s.select("button[value=weiter]")
                        .remove())));
    }

    private static Stoerung frage(Consumer<Document> aenderung) {
        return seite(FRAGE, aenderung);
    }

    private static Stoerung nachAusfall(Consumer<Document> aenderung) {
        return seite(ENTWURF, s -> {
            if (s.select("form [role=status]").text().contains("OZG-")) {
                aenderung.accept(s);
            }
        });
    }

    /** A portal that asks its register although nobody has agreed. */
    private static Stoerung fragtDasRegister(Predicate<Anfrage> wann) {
        return (a, portal) -> {
            if (wann.test(a)) {
                Musterportal.MELDEREGISTER.hole(new Registeranfrage(
                        new MandantId("musterstadt"),
                        new DienstRef(new DienstId("auskunft"), "2.1.0"),
                        "",
                        Map.of(),
                        Set.of("familienname"),
                        Duration.ofSeconds(1)));
            }
            return portal.frage(a);
        };
    }
}
