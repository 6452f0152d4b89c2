/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Lage;
import de.kommunalsdk.forms.reise.Reise;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Checking forty right answers, beside JSON Schema validators on a parsed document with the same limits, and Hibernate
 * Validator on beans; and very large pages from the bytes of the draft to HTML.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReiseBench {

    private static final int GRUPPEN = 4;
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final String[][] ORTE = Grossformular.orte(GRUPPEN);

    private final Formular vierzig = Grossformular.mitGruppen(GRUPPEN);
    private final Antworten antworten = Grossformular.antworten(GRUPPEN);
    private final Validator harrel = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    private final URI harrelSchema = harrel.registerSchema(Grossformular.jsonSchema(GRUPPEN));
    private final Schema networknt = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Grossformular.jsonSchema(GRUPPEN), InputFormat.JSON);
    private final tools.jackson.databind.JsonNode networkntBaum =
            tools.jackson.databind.json.JsonMapper.shared().readTree(Grossformular.json(GRUPPEN, antworten));
    private final JsonNode harrelBaum = baum(Grossformular.json(GRUPPEN, antworten));
    private final jakarta.validation.Validator hibernate =
            Validation.buildDefaultValidatorFactory().getValidator();
    private final Bohnen bohnen = bohnen(antworten);
    private Grossseite grossseite = new Grossseite();

    private static JsonNode baum(String json) {
        try {
            return JACKSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes sure that all find the answers right. */
    @Setup
    public void lade() {
        if (pruefungSdk() > 0
                || !pruefungPeer().isEmpty()
                || !pruefungHarrel().isValid()
                || !pruefungHibernate().isEmpty()
                || !pruefungHibernateAusTexten().isEmpty()) {
            throw new IllegalStateException("Ein Beispiel, das gültig sein muss, ist es nicht");
        }
    }

    /** Takes forms of another size. */
    void nimm(int gruppen, int eintraege) {
        grossseite = new Grossseite(gruppen, eintraege);
    }

    /** Relevant pages and all errors: how many. */
    @Benchmark
    public int pruefungSdk() {
        Lage lage = Reise.standard().lage(vierzig, antworten, Eingaben.HEUTE);
        int fehler = 0;
        for (Formularseite seite : lage.seiten()) {
            fehler += lage.fehler(seite).size();
        }
        return fehler;
    }

    /** The fastest of the peers on these answers. */
    @Benchmark
    public List<Error> pruefungPeer() {
        return networknt.validate(networkntBaum);
    }

    /** Another peer. */
    @Benchmark
    public Validator.Result pruefungHarrel() {
        return harrel.validate(harrelSchema, harrelBaum);
    }

    /** Another peer, on typed beans. */
    @Benchmark
    public Set<ConstraintViolation<Bohnen>> pruefungHibernate() {
        return hibernate.validate(bohnen);
    }

    /** The same from what the others start with: texts, which somebody has to make days and numbers of. */
    @Benchmark
    public Set<ConstraintViolation<Bohnen>> pruefungHibernateAusTexten() {
        return hibernate.validate(bohnen(antworten));
    }

    /** The four groups as beans. */
    record Bohnen(@NotNull List<@Valid Bohne> gruppen) {}

    /** One group, its day, numbers and truth typed already. */
    record Bohne(
            @NotNull @Size(min = 2, max = 60) String f0,
            @NotNull @Size(min = 2, max = 60) String f1,
            @NotNull @Size(min = 2, max = 60) String f2,
            @NotNull @Size(min = 2, max = 60) String f3,
            @NotNull @Pattern(regexp = "[0-9]{5}") String f4,
            @NotNull LocalDate f5,
            @NotNull @Min(0) @Max(1000) Long f6,
            @NotNull @DecimalMin("0") BigDecimal f7,
            @NotNull Boolean f8,
            @NotNull @Pattern(regexp = "[AB]") String f9) {}

    /** Typed by hand, without anything in between; each one an object of its own: what was checked is not checked again. */
    private static Bohnen bohnen(Antworten antworten) {
        List<Bohne> alle = new ArrayList<>(GRUPPEN);
        for (String[] orte : ORTE) {
            alle.add(new Bohne(
                    antworten.wert(orte[0]),
                    antworten.wert(orte[1]),
                    antworten.wert(orte[2]),
                    antworten.wert(orte[3]),
                    antworten.wert(orte[4]),
                    LocalDate.parse(antworten.wert(orte[5])),
                    Long.valueOf(antworten.wert(orte[6])),
                    new BigDecimal(antworten.wert(orte[7])),
                    Boolean.valueOf(antworten.wert(orte[8])),
                    antworten.wert(orte[9])));
        }
        return new Bohnen(alle);
    }

    /** 2,000 fields on one page: read, checked, laid out, rendered. */
    @Benchmark
    public String gross() throws IOException {
        return grossseite.felder();
    }

    /** 1,000 entries: read, checked, laid out; twenty of them rendered. */
    @Benchmark
    public String wiederholung() throws IOException {
        return grossseite.eintraege();
    }
}
