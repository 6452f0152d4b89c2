/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A portal with the Dienst of {@link Probequellen}, and the steps of a citizen on it. */
final class Quellenportal {

    static final String MELDEREGISTER = "ja.melderegister";
    static final String KFZ = "ja.kfz-register";
    static final String KONTO = "ja.nutzerkonto";

    private Quellenportal() {}

    /** Options with the Dienst, and ports. */
    static UnaryOperator<KommunalSdkBuilder> mit(String overlay, UnaryOperator<KommunalSdkBuilder> ports) {
        return mit("ohne", overlay, ports);
    }

    /** The same for a Dienst that asks for a level. */
    static UnaryOperator<KommunalSdkBuilder> mit(
            String niveau, String overlay, UnaryOperator<KommunalSdkBuilder> ports) {
        Path ordner = dienst(new Probedienst(overlay, Probequellen.SCHEMA), niveau);
        return b -> ports.apply(
                b.dienste(Dienstbibliothek.builder().verzeichnis(ordner).lade())
                        .mandanten(MandantFinder.fest(Testportal.mandant("musterstadt", "dienste:\n  probe: {}\n"))));
    }

    private static Path dienst(Probedienst dienst, String niveau) {
        try {
            Path ordner = Files.createTempDirectory("quellen");
            Files.writeString(ordner.resolve("dienst.yaml"), dienst.yaml(niveau));
            Files.writeString(ordner.resolve("probe.xdf3.xml"), dienst.schema());
            return ordner;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a draft; gives the page of consents. */
    static Seite starte(Testbrowser b) {
        return b.druecke(b.hole("/probe"), "Jetzt online beantragen", Map.of());
    }

    /** Agrees to one source. */
    static Seite willigeEin(Testbrowser b, String ja) {
        return b.druecke(starte(b), "weiter", Map.of(ja, "ja"));
    }

    /** The draft's address. */
    static String antrag(Seite seite) {
        return seite.url().toString().replaceAll("/(seite/.*|einwilligung.*)", "");
    }
}
