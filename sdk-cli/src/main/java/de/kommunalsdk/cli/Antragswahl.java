/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Vorgangsnummer;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.store.Auskunft;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name one Antrag of one Mandant. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Antragswahl {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec befehl;

    @Option(names = "--mandant", required = true, paramLabel = "ID", description = "Id des Mandanten.")
    private String mandant;

    @ArgGroup(multiplicity = "1")
    private Nummer nummer;

    /** Either of both. */
    private static final class Nummer {

        @Option(names = "--vorgangsnummer", paramLabel = "NR", description = "Nummer auf der Eingangsbestaetigung.")
        private @Nullable String vorgangsnummer;

        @Option(names = "--antrag", paramLabel = "ID", description = "Id des Antrags oder Entwurfs.")
        private @Nullable String antrag;
    }

    /** What the person at the keyboard calls the Antrag. */
    String bezeichnung() {
        return String.valueOf(nummer.antrag == null ? nummer.vorgangsnummer : nummer.antrag);
    }

    /** Checks the form; a wrong one is a wrong call. */
    MandantId mandant() {
        return geprueft(() -> new MandantId(mandant));
    }

    /** The Antrag, if the number leads to one. */
    Optional<AntragId> finde(Auskunft auskunft) {
        String id = nummer.antrag;
        return id == null
                ? auskunft.finde(mandant(), geprueft(() -> new Vorgangsnummer(bezeichnung())))
                : Optional.of(geprueft(() -> new AntragId(id)));
    }

    private <T> T geprueft(Supplier<T> wert) {
        try {
            return wert.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(befehl.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
