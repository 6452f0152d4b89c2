/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.mandant;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.Befunde;
import de.kommunalsdk.error.ConfigurationError;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A full and valid mandant.yaml with a Wappen beside it; a test changes one place of it. */
record MandantDatei(String yaml, byte[] wappen) {

    static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";

    static final MandantDatei GUELTIG = new MandantDatei(
            """
            id: musterstadt
            name: Stadt Musterstadt
            ars: "051110000000"
            basis_url: https://portal.musterstadt.example/ozg
            stelle:
              name: Bürgerbüro Musterstadt
              strasse: Rathausplatz 1
              postleitzahl: "09999"
              ort: Musterstadt
              telefon: "+49 30 23125 000"
              email: buergerbuero@musterstadt.example
              oeffnungszeiten:
                - Montag bis Freitag 8 bis 12 Uhr
                - und nach Vereinbarung
            wappen:
              datei: wappen.svg
              alternativtext: Wappen von Musterstadt
            theme:
              --kern-color-action-default: "#14532d"
              --kern-metric-border-radius-default: 0.5rem
            verweise:
              impressum: /impressum
              datenschutz: https://www.musterstadt.example/datenschutz
              barrierefreiheit: /barrierefreiheit
            dienste:
              hund-anmelden:
                wege: [ablage, fitconnect]
                stelle:
                  name: Steueramt
                  strasse: Rathausplatz 2
                  postleitzahl: "09998"
                  ort: Musterstadt
                  telefon: "+49 30 23125 100"
                  email: steueramt@musterstadt.example
                texte:
                  gebuehr: Die Steuer kommt mit dem Bescheid.
                  hinweis: Bitte Chipnummer bereithalten.
              zulassung-jaegerpruefung: {}
            """,
            SVG.getBytes(StandardCharsets.UTF_8));

    /** The same with one text replaced; a place that does not occur exactly once is a fault of the test. */
    MandantDatei mit(String alt, String neu) {
        assertThat(yaml.split(java.util.regex.Pattern.quote(alt), -1)).as(alt).hasSize(2);
        return new MandantDatei(yaml.replace(alt, neu), wappen);
    }

    MandantDatei mitWappen(String svg) {
        return new MandantDatei(yaml, svg.getBytes(StandardCharsets.UTF_8));
    }

    Mandant lies() {
        return MandantConfig.lies(
                "mandant.yaml",
                yaml.getBytes(StandardCharsets.UTF_8),
                name -> "wappen.svg".equals(name) ? Optional.of(wappen) : Optional.empty());
    }

    /** Asserts exactly these problems, as {@code CODE line path}. */
    ConfigurationError abgelehnt(String... befunde) {
        return Befunde.abgelehnt(this::lies, MandantFehler.FALSCHE_ANGABE, befunde);
    }
}
