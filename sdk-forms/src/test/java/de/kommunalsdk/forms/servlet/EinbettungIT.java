/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same web application on Tomcat 10.1 and 11, Jetty 12 ee10 and ee11: the servlet that the jar declares, mapped by one
 * line, and two forms within one page of the portal. The portal has a CSRF filter and a policy of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EinbettungIT {

    private static final Map<String, String> SERVER = Map.of(
            "tomcat-10.1", "TomcatStart",
            "tomcat-11", "TomcatStart",
            "jetty-ee10", "JettyEe10Start",
            "jetty-ee11", "JettyEe11Start");

    private final Map<String, Webserver> server = new LinkedHashMap<>();
    private List<String> erwartet = List.of();

    @BeforeAll
    void starte() throws Exception {
        for (Map.Entry<String, String> e : SERVER.entrySet()) {
            server.put(e.getKey(), Webserver.starte(e.getKey(), e.getValue()));
        }
        erwartet = geschichte(server.get("jetty-ee10").adresse());
    }

    @AfterAll
    void beende() {
        server.values().forEach(Webserver::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomcat-10.1", "tomcat-11", "jetty-ee10", "jetty-ee11"})
    void everyServerWritesTheSamePages(String name) {
        assertThat(geschichte(server.get(name).adresse())).hasSizeGreaterThan(7).containsExactlyElementsOf(erwartet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomcat-10.1", "tomcat-11", "jetty-ee10", "jetty-ee11"})
    void aFormWithinAPageIsTheSameForm(String name) {
        Testbrowser b = new Testbrowser(server.get(name).adresse());
        Seite seite = b.hole("/hunde");
        List<String> seiten = new ArrayList<>();
        assertThat(seite.html().select("#l .ozg, #r .ozg")).hasSize(2);
        Seite person = b.druecke(teil(seite, "r"), "Jetzt online beantragen", Map.of());
        seiten.add(inhalt(person, "#r"));
        Seite leer = b.druecke(teil(person, "r"), "weiter", Map.of());
        seiten.add(inhalt(leer, "#r"));
        assertThat(leer.html().select("#l form button[type=submit]").text())
                .as("the other form stands where it stood")
                .contains("Jetzt online beantragen");
        Seite anschrift = b.druecke(teil(leer, "r"), "weiter", Hundeanmeldung.PERSON);
        Seite hund = b.druecke(teil(anschrift, "r"), "weiter", Hundeanmeldung.ANSCHRIFT);
        Seite zahlung = b.druecke(teil(hund, "r"), "weiter", Hundeanmeldung.hund(1, "Waldi", false));
        Seite pruefen = b.druecke(teil(zahlung, "r"), "weiter", Map.of());
        seiten.add(inhalt(pruefen, "#r"));
        Seite quittung = b.druecke(teil(pruefen, "r"), "Verbindlich absenden", Map.of());
        seiten.add(inhalt(quittung, "#r"));
        assertThat(seiten).allMatch(erwartet::contains);
        assertThat(quittung.url().getPath()).isEqualTo("/stadt/hunde");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomcat-10.1", "tomcat-11", "jetty-ee10", "jetty-ee11"})
    void anAddressThatNamesAnotherHostIsNeverRepeated(String name) throws Exception {
        URI adresse = server.get(name).adresse();
        for (String pfad : List.of(
                "//evil.example/..;/stadt/hunde",
                "//evil.example/..;/stadt/ozg/hund-anmelden?sprache=en",
                "/stadt/hunde;Domain=evil.example?sprache=en",
                "/stadt/ozg;Path=/;Domain=evil.example/hund-anmelden?sprache=en",
                "/x/../stadt/hunde?ozg-l=/hund-anmelden")) {
            String antwort =
                    Rohanfrage.sende(adresse, "GET " + pfad + " HTTP/1.1", "localhost:" + adresse.getPort(), "");
            assertThat(antwort.split(" ", 3)[1]).as(pfad).matches("40[04]");
            assertThat(antwort).as(pfad).doesNotContain("Set-Cookie: ozg-", "href=\"//", "action=\"//", "Location:");
        }
    }

    @Test
    void twoFormsOnAPageShareNoIdAndLoseNothing() {
        Testbrowser b = new Testbrowser(server.get("tomcat-11").adresse());
        Seite links = b.druecke(teil(b.hole("/hunde"), "l"), "Jetzt online beantragen", Map.of());
        Seite beide = b.druecke(teil(links, "r"), "Jetzt online beantragen", Map.of());
        List<String> ids = beide.html().select("[id]").eachAttr("id");
        assertThat(beide.html().select("#l h1").text()).isEqualTo("Ihre Angaben");
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(12);
        for (Element e : beide.html().select("[for], [aria-describedby]")) {
            for (String ziel :
                    (e.attr("for") + " " + e.attr("aria-describedby")).strip().split(" ")) {
                assertThat(ids).contains(ziel);
            }
        }
        Seite weiter = b.druecke(teil(beide, "l"), "weiter", Hundeanmeldung.PERSON);
        assertThat(weiter.html().select("#l h1").text())
                .isNotEqualTo(weiter.html().select("#r h1").text());
        Seite fehler = b.druecke(teil(weiter, "r"), "weiter", Map.of());
        assertThat(fehler.html().select("#r .ozg-fehlerliste a")).isNotEmpty().allSatisfy(a -> assertThat(
                        fehler.html().getElementById(a.attr("href").substring(1)))
                .isNotNull());
        assertThat(fehler.html().select("#l .ozg-fehlerliste")).isEmpty();
    }

    @Test
    void aBrowserKeepsTheCookiesOfItsLastTwentyDrafts() {
        Testbrowser b = new Testbrowser(server.get("tomcat-11").adresse());
        Seite erste = b.druecke(teil(b.hole("/hunde"), "l"), "Jetzt online beantragen", Map.of());
        Seite letzte = erste;
        for (int i = 0; i < 24; i++) {
            letzte = b.druecke(teil(b.hole("/hunde"), "l"), "Jetzt online beantragen", Map.of());
        }
        assertThat(b.cookies().keySet().stream().filter(n -> n.startsWith("ozg-a-")))
                .hasSize(20);
        int bytes = b.cookies().entrySet().stream()
                .mapToInt(c -> c.getKey().length() + c.getValue().length() + 3)
                .sum();
        assertThat(bytes).as("what a container reads").isLessThan(6_000);
        assertThat(b.hole(letzte.url().toString()).html().select("#l h1").text())
                .isEqualTo("Ihre Angaben");
    }

    @Test
    void thePortalsOwnFilterPolicySessionAndPathAreRespected() {
        URI adresse = server.get("tomcat-10.1").adresse();
        Testbrowser b = new Testbrowser(URI.create(adresse + "/ozg"));
        Seite katalog = b.hole("/hund-anmelden");
        assertThat(katalog.kopf().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'self'; object-src 'none'");
        assertThat(katalog.html().select("form input[name=_wirt]")).isNotEmpty();
        Seite person = b.druecke(katalog, "Jetzt online beantragen", Map.of());
        assertThat(person.url().getPath()).startsWith("/stadt/ozg/hund-anmelden/antrag/");
        assertThat(person.kopf().firstValue("X-Sitzung")).hasValue("false");
        assertThat(b.pfade().values().stream().filter(p -> p.startsWith("/")))
                .allMatch(p -> p.startsWith("/stadt/ozg"));
        assertThat(person.html().select("form").stream()
                        .filter(f -> f.attr("method").equals("post")))
                .allMatch(f -> f.select("input[name=_wirt]").size() == 1);
        Seite abgewiesen = b.sende(person.url(), Map.of("aktion", "weiter"));
        assertThat(abgewiesen.status()).isEqualTo(403);
    }

    /** All pages of one Antrag, without what differs from draft to draft. */
    private static List<String> geschichte(URI adresse) {
        Testbrowser b = new Testbrowser(URI.create(adresse + "/ozg"));
        List<String> seiten = new ArrayList<>();
        seiten.add(inhalt(b.hole("/"), "main"));
        Seite katalog = b.hole("/hund-anmelden");
        seiten.add(inhalt(katalog, "main"));
        Seite person = b.druecke(katalog, "Jetzt online beantragen", Map.of());
        seiten.add(inhalt(person, "main"));
        Seite leer = b.druecke(person, "weiter", Map.of());
        seiten.add(inhalt(leer, "main"));
        Seite hund = b.druecke(b.druecke(leer, "weiter", Hundeanmeldung.PERSON), "weiter", Hundeanmeldung.ANSCHRIFT);
        seiten.add(inhalt(hund, "main"));
        Seite zahlung = b.druecke(hund, "weiter", Hundeanmeldung.hund(1, "Waldi", false));
        Seite pruefen = b.druecke(zahlung, "weiter", Map.of());
        seiten.add(inhalt(pruefen, "main"));
        seiten.add(inhalt(b.druecke(pruefen, "Verbindlich absenden", Map.of()), "main"));
        seiten.add(inhalt(b.hole("/gibt-es-nicht"), "main"));
        return seiten;
    }

    /** The page as if only one of its parts were there. */
    private static Seite teil(Seite seite, String id) {
        Document nur = seite.html().clone();
        nur.select("body div#l, body div#r").stream()
                .filter(d -> !d.id().equals(id))
                .forEach(Element::remove);
        return new Seite(seite.url(), seite.status(), seite.kopf(), nur);
    }

    private static String inhalt(Seite seite, String wo) {
        Element e = seite.html().selectFirst(wo).clone();
        e.select("input[type=hidden]").forEach(i -> i.attr("value", ""));
        for (Element x : e.getAllElements()) {
            for (String attribut : List.of("href", "action", "src", "data-ozg-verlaengern")) {
                if (x.hasAttr(attribut) && !x.attr(attribut).startsWith("#")) {
                    x.attr(attribut, "");
                }
            }
            for (String attribut :
                    List.of("id", "for", "href", "aria-describedby", "aria-labelledby", "aria-controls")) {
                if (x.hasAttr(attribut)) {
                    x.attr(attribut, x.attr(attribut).replaceAll("(^|[ #])(?:links|rechts)-", "$1"));
                }
            }
        }
        return e.selectFirst(".ozg").outerHtml().replaceAll("2026-[A-Z0-9]{4}-[A-Z0-9]{5}", "NUMMER");
    }
}
