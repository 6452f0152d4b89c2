/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import static de.kommunalsdk.mandant.MandantDatei.GUELTIG;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.mandant.internal.Gestaltung;
import de.kommunalsdk.web.Texte;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MandantGestaltungTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
    private static final String ALTER_WERT = "--kern-color-action-default: \"#14532d\"";

    private static String svg(String inhalt) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">" + inhalt
                + "</svg>";
    }

    @ParameterizedTest
    @CsvSource({
        "--kern-color-action-default,#14532D",
        "--kern-color-layout-background-default,#ffffff",
        "--kern-metric-border-radius-default,0",
        "--kern-metric-border-radius-default,12px",
        "--kern-metric-border-radius-default,1.25rem"
    })
    void acceptsColoursAndLengths(String name, String wert) {
        assertThat(GUELTIG.mit(
                                ALTER_WERT,
                                name.contains("radius") ? "--kern-x: \"#000000\"" : name + ": \"" + wert + "\"")
                        .mit(
                                "--kern-metric-border-radius-default: 0.5rem",
                                name.contains("radius") ? name + ": \"" + wert + "\"" : "--kern-y: 1px")
                        .lies()
                        .theme())
                .containsEntry(name, wert);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--kern-color-action-default: red",
                "--kern-color-action-default: \"#14532\"",
                "--kern-color-action-default: \"#14532d80\"",
                "--kern-color-action-default: 4px",
                "--kern-color-action-default: \"#14532d; } body { display: none\"",
                "--kern-color-action-default: \"url(https://boese.example)\"",
                "--kern-color-action-default: \"#14532d\\n\"",
                "--kern-color-action-default: [a]",
                "--kern-color-action-default:",
                "--andere-farbe: \"#14532d\"",
                "--kern-Farbe: \"#14532d\"",
                "\"--kern-a: 0; x\": \"#14532d\"",
                "color: \"#14532d\""
            })
    void refusesOtherTokensAndValues(String zeile) {
        ConfigurationError fehler =
                GUELTIG.mit(ALTER_WERT, zeile).abgelehnt("OZG-MANDANT-0006 19 /theme/" + name(zeile));
        assertThat(fehler.problems().get(0).meldung()).contains("#RRGGBB");
    }

    private static String name(String zeile) {
        return zeile.startsWith("\"")
                ? zeile.substring(1, zeile.indexOf('"', 1))
                : zeile.substring(0, zeile.indexOf(':'));
    }

    @ParameterizedTest
    @CsvSource({
        "--kern-color-action-default,#8a8a8a",
        "--kern-color-layout-text-default,#ffff00",
        "--kern-color-layout-text-muted,#9ca3af",
        "--kern-color-feedback-danger,#ff6666",
        // the ground alone: the default text would vanish on it
        "--kern-color-layout-background-default,#000000",
        "--kern-color-layout-background-default,#6b7280",
        "--kern-color-feedback-info-background,#333333"
    })
    void refusesTooWeakContrast(String name, String farbe) {
        ConfigurationError fehler =
                GUELTIG.mit(ALTER_WERT, name + ": \"" + farbe + "\"").abgelehnt("OZG-MANDANT-0006 19 /theme");
        assertThat(fehler.problems().get(0).meldung()).contains("4,5:1");
    }

    @Test
    void acceptsTheLastGreyThatIsStrongEnough() {
        // 4.54:1 and 4.48:1 on white
        String name = "--kern-color-feedback-danger: ";
        assertThat(GUELTIG.mit(ALTER_WERT, name + "\"#767676\"").lies().theme()).hasSize(2);
        GUELTIG.mit(ALTER_WERT, name + "\"#777777\"").abgelehnt("OZG-MANDANT-0006 19 /theme");
    }

    @Test
    void checksAgainstTheColoursOfTheStyleSheet() throws IOException {
        String css;
        try (InputStream quelle = Objects.requireNonNull(Texte.class.getResourceAsStream("ozg.css"))) {
            css = new String(quelle.readAllBytes(), StandardCharsets.UTF_8);
        }
        Gestaltung.STANDARD.forEach((name, farbe) -> assertThat(css).contains("var(" + name + ", " + farbe + ")"));
        assertThat(Gestaltung.zuSchwacherKontrast(Map.of())).isEmpty();
    }

    @Test
    void acceptsADarkThemeThatIsWhole() {
        String dunkel =
                """
                --kern-color-layout-background-default: "#101010"
                  --kern-color-layout-text-default: "#f0f0f0"
                  --kern-color-layout-text-muted: "#c0c0c0"
                  --kern-color-action-default: "#9ecbff"
                  --kern-color-feedback-danger: "#ff9b9b"
                  --kern-color-feedback-info-background: "#202838"
                """;
        assertThat(GUELTIG.mit(ALTER_WERT, dunkel.strip()).lies().theme()).hasSize(7);
    }

    @Test
    void acceptsAPng() {
        assertThat(new MandantDatei(GUELTIG.yaml(), PNG).lies().wappen().medientyp())
                .isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<path d=\"M0 0h9\" style=\"fill:#fff\"/>",
                "<defs><linearGradient id=\"a\"/></defs><path fill=\"url(#a)\"/><use xlink:href=\"#b\"/><use href=\"#b\"/>",
                "<style>.a{fill:url(#a)}</style><title>Onkel = ok</title>",
                "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></metadata>"
            })
    void acceptsAnSvgWithoutScript(String inhalt) {
        String bild = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Wappen -->\n" + svg(inhalt);
        assertThat(GUELTIG.mitWappen(bild).lies().wappen().medientyp()).isEqualTo("image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT/>",
                "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">alert(1)</s:script>",
                "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>",
                "<path onload=\"alert(1)\"/>",
                "<path\nONLOAD = 'alert(1)'/>",
                "<foreignObject/>",
                "<s:foreignObject xmlns:s=\"http://www.w3.org/2000/svg\"/>",
                "<h:iframe xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"https://boese.example\"/>",
                "<a href=\"https://boese.example\"/>",
                "<a xlink:href='javascript:alert(1)'/>",
                "<a href=\"java&#115;cript:alert(1)\"/>",
                "<a id=\"b\"><set attributeName=\"href\" to=\"java&#115;cript:alert(1)\"/></a>",
                "<a><animate attributeName=\"xlink:href\" values=\"https://boese.example\"/></a>",
                "<image href=\"//boese.example/a.png\"/>",
                "<image href=\"data:image/svg+xml,x\"/>",
                "<path fill=\"url(https://boese.example#a)\"/>",
                "<path fill=\"&#117;rl(https://boese.example#a)\"/>",
                "<path style=\"fill:u\\72l(https://boese.example)\"/>",
                "<style>@import 'https://boese.example';</style>",
                "<style><g/>@import url(https://boese.example/x.css);</style>",
                "<style>.a{background:url('https://boese.example')}</style>",
                "<style><![CDATA[.a{background:url(//boese.example)}]]></style>"
            })
    void refusesAnSvgWithScriptOrOutsideReference(String inhalt) {
        GUELTIG.mitWappen(svg(inhalt)).abgelehnt("OZG-MANDANT-0005 16 /wappen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "GIF89a",
                "<html><svg/></html>",
                "<svg",
                "<svg><path></svg>",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<?xml-stylesheet href=\"https://boese.example/a.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<?xml-stylesheet href=\"#a\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "<svg/>",
                "text <svg xmlns=\"http://www.w3.org/2000/svg\"/>"
            })
    void refusesWhatIsNoPicture(String bild) {
        GUELTIG.mitWappen(bild).abgelehnt("OZG-MANDANT-0005 16 /wappen");
    }

    @Test
    void pictureHasALimit() {
        String fuellung = "x".repeat(200_000 - svg("<title></title>").getBytes(StandardCharsets.UTF_8).length);
        assertThat(GUELTIG.mitWappen(svg("<title>" + fuellung + "</title>")).lies())
                .isNotNull();
        GUELTIG.mitWappen(svg("<title>x" + fuellung + "</title>")).abgelehnt("OZG-MANDANT-0005 16 /wappen");
    }
}
