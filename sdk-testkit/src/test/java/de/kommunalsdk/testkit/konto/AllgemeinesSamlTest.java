/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.AllgemeinesSaml;
import de.kommunalsdk.saml.Aussage;
import de.kommunalsdk.saml.SamlAttribut;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts that are configured, not known. */
class AllgemeinesSamlTest {

    private static Nutzer nutzer(String aussteller, String schluessel, String kennung, Map<String, String> namen) {
        List<SamlAttribut> attribute = Stream.concat(Stream.of("kennung"), namen.keySet().stream())
                .map(name -> new SamlAttribut(
                        name,
                        Optional.empty(),
                        List.of(new SamlAttribut.Wert(name.equals("kennung") ? kennung : "x", Map.of()))))
                .toList();
        Aussage aussage = new Aussage(
                aussteller,
                kennung,
                "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
                "http://eidas.europa.eu/LoA/high",
                Pruefstelle.JETZT,
                Optional.empty(),
                attribute);
        return AllgemeinesSaml.profil("Servicekonto", schluessel, namen, Map.of())
                .abbildung()
                .anmeldung(aussage, Vertrauensniveau.HOCH)
                .nutzer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kennung"})
    void anAccountNeverSpeaksForTheUsersOfAnotherOfTheSameName(String schluessel) {
        assertThat(nutzer("https://a.example/idp", schluessel, "4711", Map.of()).subjekt())
                .isEqualTo("https://a.example/idp 4711");
        assertThat(nutzer("https://b.example/idp", schluessel, "4711", Map.of()).subjekt())
                .isEqualTo("https://b.example/idp 4711");
        assertThat(nutzer("https://a.example/idp", schluessel, "", Map.of()).istGast())
                .isTrue();
    }

    @Test
    void whatPeopleSayThemselvesIsNotAsSureAsTheLogin() {
        Nutzer nutzer = nutzer(
                "https://a.example/idp",
                "",
                "4711",
                Map.of("n", "vorname", "m", "email", "t", "telefon", "d", "demail", "g", "geschlechtscode"));
        assertThat(nutzer.attribute())
                .extracting(Attribut::name, Attribut::niveau)
                .containsExactlyInAnyOrder(
                        tuple("vorname", Vertrauensniveau.HOCH),
                        tuple("email", Vertrauensniveau.NIEDRIG),
                        tuple("telefon", Vertrauensniveau.BASISREGISTRIERUNG),
                        tuple("demail", Vertrauensniveau.BASISREGISTRIERUNG),
                        tuple("geschlechtscode", Vertrauensniveau.BASISREGISTRIERUNG));
    }
}
