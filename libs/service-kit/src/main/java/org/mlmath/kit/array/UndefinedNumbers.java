package org.mlmath.kit.array;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.impl.UnwrappingBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.GapsByDesign;
import org.mlmath.kit.answer.Warning;

/**
 * No undefined number is silent: an answer that wrote NaN as {@code null} somewhere has the warning {@code undefined-values} with
 * their count and the place of the first, unless its computation gave that warning itself. Numbers that a computation leaves out
 * (a null {@code Double}) are what the contract says may be missing, and do not count; nor does the working shown in {@code steps}.
 *
 * <p>To know the count, {@code warnings} are written after what they are about. Answers as arrays say NaN where it stands.
 */
public final class UndefinedNumbers extends SimpleModule {
    private static final String WARNINGS = "warnings";
    private static final String CODE = "undefined-values";

    public UndefinedNumbers() {
        super("mlmath-undefined");
        setSerializerModifier(new WarningsLast());
    }

    private static final class WarningsLast extends BeanSerializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription type, List<BeanPropertyWriter> properties) {
            if (type.getBeanClass().isAnnotationPresent(GapsByDesign.class)) {
                return properties;
            }
            List<BeanPropertyWriter> ordered = new ArrayList<>(properties);
            for (int i = 0; i < properties.size(); i++) {
                BeanPropertyWriter property = properties.get(i);
                if (property instanceof UnwrappingBeanPropertyWriter unwrapped) {
                    ordered.set(i, new Part(unwrapped));
                    ordered.add(new Counting(property, true));
                    return ordered;
                }
                if (property.getName().equals(WARNINGS)
                        && property.getType().isCollectionLikeType()
                        && property.getType().getContentType().hasRawClass(Warning.class)) {
                    ordered.remove(i);
                    boolean steps =
                            !ordered.isEmpty() && ordered.getLast().getName().equals("steps");
                    ordered.add(ordered.size() - (steps ? 1 : 0), new Counting(property, false));
                    return ordered;
                }
            }
            return properties;
        }
    }

    /** Writes the fields of a part as those of the whole, but for its warnings, which are left to the end of the whole. */
    private static final class Part extends UnwrappingBeanPropertyWriter {
        private static final long serialVersionUID = 1;

        Part(UnwrappingBeanPropertyWriter property) {
            super(property, NameTransformer.NOP, new SerializedString(property.getName()));
        }

        @Override
        public void serializeAsField(Object answer, JsonGenerator out, SerializerProvider provider) throws Exception {
            if (out instanceof ArrayGenerator numbers) {
                numbers.deferWarnings(true);
                super.serializeAsField(answer, out, provider);
                numbers.deferWarnings(false);
            } else {
                super.serializeAsField(answer, out, provider);
            }
        }
    }

    /** Writes the warnings of an answer, and of what was undefined in it. */
    private static final class Counting extends BeanPropertyWriter {
        private static final long serialVersionUID = 1;

        private final boolean deferred;

        /** @param deferred whether the warnings are those that a part left */
        Counting(BeanPropertyWriter property, boolean deferred) {
            super(property);
            this.deferred = deferred;
        }

        @Override
        public void serializeAsField(Object answer, JsonGenerator out, SerializerProvider provider) throws Exception {
            if (!(out instanceof ArrayGenerator numbers)) {
                if (!deferred) {
                    super.serializeAsField(answer, out, provider);
                }
                return;
            }
            List<?> given = deferred ? numbers.takeWarnings() : (List<?>) get(answer);
            if (!deferred && numbers.defersWarnings()) {
                numbers.leaveWarnings(given);
            } else if (given != null) {
                boolean whole = out.getOutputContext().getParent().inRoot(); // of a part, the whole warns
                provider.defaultSerializeField(WARNINGS, whole ? complete(given, numbers) : given, out);
            }
        }

        private static List<?> complete(List<?> given, ArrayGenerator numbers) {
            if (numbers.undefined() == 0
                    || given.stream().anyMatch(w -> w instanceof Warning warning && CODE.equals(warning.code()))) {
                return given;
            }
            List<Object> all = new ArrayList<>(given);
            all.add(new Warning(
                    CODE,
                    numbers.undefined() == 1
                            ? "1 value is undefined or overflows (null)."
                            : numbers.undefined() + " values are undefined or overflow (null); the first stands here.",
                    numbers.firstUndefined()));
            return all;
        }
    }
}
