/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.FormularBauer;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.xdatenfelder.Datenfeld.Wert;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuswahlwerteTest {

    private static final String URN = "urn:de:beispiel:farbe";
    private static final CodelistenStore ZWEI = store(liste("1", "alt"), liste("2", "neu"));

    @TempDir
    private Path ordner;

    @Test
    void anInstalledListGivesItsEntriesWithTheColumnsOfTheField() {
        List<Wert> wie = werte(feld("", ""));
        assertThat(wie).containsExactly(new Wert("r1", "Rot neu", ""), new Wert("b1", "Blau neu", ""));

        List<Wert> anders =
                werte(feld("", "<x:codeKey>name</x:codeKey><x:nameKey>code</x:nameKey><x:helpKey>hilfe</x:helpKey>"));
        assertThat(anders).containsExactly(new Wert("Rot neu", "r1", "wie Blut"), new Wert("Blau neu", "b1", ""));
    }

    @Test
    void theVersionOfTheReferenceDecidesAndWithoutOneTheNewest() {
        assertThat(werte(feld("<x:version>1</x:version>", "")))
                .extracting(Wert::name)
                .contains("Rot alt");
        assertThat(werte(feld("<x:canonicalVersionUri>" + URN + "_1</x:canonicalVersionUri>", "")))
                .extracting(Wert::name)
                .contains("Rot alt");
        assertThat(werte(feld("<x:version/>", ""))).extracting(Wert::name).contains("Rot neu");
    }

    @Test
    void aVersionThatIsNotInstalledKeepsTheDienstOutAndIsGeneratedInTestMode() {
        Probedienst dienst = new Probedienst("", Probeschema.schema(feld("<x:version>3</x:version>", "")));

        FormularBauer.Ergebnis produktion = FormularBauer.baue(dienst.dienst(), ZWEI, false);
        assertThat(produktion.formular()).isEmpty();
        assertThat(produktion.probleme()).extracting(Problem::code).containsExactly(FormFehler.CODELISTE_FEHLT);
        assertThat(produktion.probleme().get(0).meldung()).contains(URN + "_3");

        Formular test =
                FormularBauer.baue(dienst.dienst(), ZWEI, true).formular().orElseThrow();
        assertThat(test.synthetischeCodelisten()).containsExactly(URN + "_3");
        assertThat(((Feld) test.seiten().get(0).bausteine().get(0)).werte())
                .hasSize(3)
                .allMatch(w -> w.code().contains("SYNTHETISCH") && w.name().contains("SYNTHETISCH"));
    }

    @Test
    void aColumnThatTheListDoesNotHaveIsAnErrorOfTheDienst() {
        Probedienst dienst = new Probedienst("", Probeschema.schema(feld("", "<x:nameKey>fehlt</x:nameKey>")));

        assertThat(FormularBauer.baue(dienst.dienst(), ZWEI, true).probleme())
                .extracting(Problem::code, p -> p.stelle().datei())
                .containsExactly(tuple(CodelisteFehler.UNBEKANNTE_SPALTE, "probe/probe.xdf3.xml"));
    }

    @Test
    void listsLieInTheFolderOrJarOfTheirDienst() throws IOException {
        Probedienst probe = new Probedienst("", Probeschema.schema(feld("", "")));
        Map<String, String> dateien =
                Map.of("dienst.yaml", probe.yaml(), "probe.xdf3.xml", probe.schema(), "farbe.xml", liste("5", "eigen"));
        Path eigener = Files.createDirectory(ordner.resolve("probe"));
        for (Map.Entry<String, String> e : dateien.entrySet()) {
            Files.writeString(eigener.resolve(e.getKey()), e.getValue());
        }
        Path jar = ordner.resolve("probe.jar");
        try (JarOutputStream ziel = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> e : dateien.entrySet()) {
                ziel.putNextEntry(new JarEntry("META-INF/ozg-dienst/probe/" + e.getKey()));
                ziel.write(e.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        for (Path quelle : List.of(eigener, jar)) {
            OzgDienst dienst = Dienstbibliothek.builder()
                    .pfad(quelle)
                    .lade()
                    .alle()
                    .iterator()
                    .next();
            assertThat(werte(FormularBauer.baue(dienst, false)))
                    .extracting(Wert::name)
                    .contains("Rot eigen");
            assertThat(werte(FormularBauer.baue(dienst, store(liste("6", "installiert")), false)))
                    .as("the newest of all")
                    .extracting(Wert::name)
                    .contains("Rot installiert");
        }
        Files.writeString(eigener.resolve("farbe.xml"), liste("5", "eigen").replace("<ColumnRef Ref='code'/>", ""));
        OzgDienst kaputt = Dienstbibliothek.builder()
                .pfad(eigener)
                .lade()
                .alle()
                .iterator()
                .next();
        assertThat(FormularBauer.baue(kaputt, true).probleme())
                .extracting(Problem::code, p -> p.stelle().datei())
                .containsExactly(tuple(CodelisteFehler.SCHLUESSEL_FEHLT, "probe/farbe.xml"));
    }

    @Test
    void aCodeOfAListThatCouldNeverBeChosenIsRefused() {
        Probedienst dienst = new Probedienst("", Probeschema.schema(feld("", "")));

        assertThat(FormularBauer.baue(dienst.dienst(), store(genericode("1", zeile("u\u0308", "Umlaut", ""))), false)
                        .probleme())
                .extracting(Problem::code)
                .containsExactly(FormFehler.ZEICHEN);
    }

    @Test
    void aLargeListIsServedUpToItsLimit() {
        Probedienst dienst = new Probedienst("", Probeschema.schema(feld("", "")));

        assertThat(werte(FormularBauer.baue(dienst.dienst(), store(grosse(Auswahlwerte.MAX_EINTRAEGE)), false)))
                .hasSize(Auswahlwerte.MAX_EINTRAEGE);
        FormularBauer.Ergebnis zuGross =
                FormularBauer.baue(dienst.dienst(), store(grosse(Auswahlwerte.MAX_EINTRAEGE + 1)), true);
        assertThat(zuGross.formular()).isEmpty();
        assertThat(zuGross.probleme()).extracting(Problem::code).containsExactly(FormFehler.LISTE_ZU_GROSS);
    }

    @Test
    void twoFieldsWithOneListShareItsEntries() {
        Probedienst dienst = new Probedienst(
                "",
                Probeschema.schema(
                        feld("", ""),
                        Probeschema.feld("0:1", "F05999000102", "Auch", "text").liste(URN)));
        Formular formular =
                FormularBauer.baue(dienst.dienst(), ZWEI, false).formular().orElseThrow();

        List<Wert> erste = ((Feld) formular.seiten().get(0).bausteine().get(0)).werte();
        assertThat(((Feld) formular.seiten().get(0).bausteine().get(1)).werte()).isSameAs(erste);
    }

    private static List<Wert> werte(Probeschema.Feldteil feld) {
        return werte(FormularBauer.baue(new Probedienst("", Probeschema.schema(feld)).dienst(), ZWEI, false));
    }

    private static List<Wert> werte(FormularBauer.Ergebnis ergebnis) {
        assertThat(ergebnis.probleme()).isEmpty();
        Formular formular = ergebnis.formular().orElseThrow();
        assertThat(formular.synthetischeCodelisten()).isEmpty();
        return ((Feld) formular.seiten().get(0).bausteine().get(0)).werte();
    }

    private static Probeschema.Feldteil feld(String version, String rest) {
        return Probeschema.feld("1:1", "F05999000101", "Farbe", "text")
                .art("select", "")
                .mit("<x:codelisteReferenz><x:canonicalIdentification>" + URN + "</x:canonicalIdentification>" + version
                        + "</x:codelisteReferenz>" + rest);
    }

    private static CodelistenStore store(String... listen) {
        return CodelistenStore.dateien(IntStream.range(0, listen.length)
                .boxed()
                .collect(Collectors.toMap(
                        i -> i + ".xml",
                        i -> () -> new ByteArrayInputStream(listen[i].getBytes(StandardCharsets.UTF_8)))));
    }

    private static String liste(String version, String zusatz) {
        return genericode(version, zeile("r1", "Rot " + zusatz, "wie Blut") + zeile("b1", "Blau " + zusatz, ""));
    }

    private static String grosse(int eintraege) {
        return genericode(
                "1",
                IntStream.range(0, eintraege)
                        .mapToObj(i -> zeile("c" + i, "Name " + i, ""))
                        .collect(Collectors.joining()));
    }

    private static String zeile(String... werte) {
        return List.of(werte).stream()
                .map(w -> "<Value><SimpleValue>" + w + "</SimpleValue></Value>")
                .collect(Collectors.joining("", "<Row>", "</Row>"));
    }

    private static String genericode(String version, String zeilen) {
        return "<g:CodeList xmlns:g='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'><Identification><Version>"
                + version + "</Version><CanonicalUri>" + URN + "</CanonicalUri></Identification><ColumnSet>"
                + "<Column Id='code'/><Column Id='name'/><Column Id='hilfe'/>"
                + "<Key Id='k'><ColumnRef Ref='code'/></Key></ColumnSet><SimpleCodeList>" + zeilen
                + "</SimpleCodeList></g:CodeList>";
    }
}
