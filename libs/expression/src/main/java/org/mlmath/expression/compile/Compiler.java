package org.mlmath.expression.compile;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Function;
import org.mlmath.expression.Real;
import org.mlmath.expression.Relation;
import org.mlmath.expression.graph.Node;
import org.mlmath.expression.graph.Program;
import org.mlmath.expression.graph.Tape;

/**
 * Turns a program without loops into bytecode: straight lines of arithmetic and calls of {@link Real}, with no branch of their
 * own. The class is hidden and goes when its instance goes.
 */
final class Compiler {
    private static final ClassDesc ARRAY = CD_double.arrayType();
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_double, ARRAY, ARRAY, ARRAY);
    private static final MethodTypeDesc PART = MethodTypeDesc.of(CD_void, ARRAY, ARRAY, ARRAY);
    private static final ClassDesc SELF = ClassDesc.of(Compiler.class.getPackageName() + ".Generated");
    private static final ClassDesc REAL = describe(Real.class);
    private static final ClassDesc RELATION = describe(Relation.class);
    private static final MethodTypeDesc[] NUMBERS = new MethodTypeDesc[4];

    static {
        for (int count = 1; count < NUMBERS.length; count++) {
            NUMBERS[count] = MethodTypeDesc.of(CD_double, Collections.nCopies(count, CD_double));
        }
    }

    /** The parameters, after the instance. */
    private static final int INPUTS = 1;

    private static final int REST = 2;
    private static final int WORK = 3;
    private static final int FIRST_LOCAL = 4;

    private final Program program;
    private final Schedule schedule;

    private Compiler(Program program) {
        this.program = program;
        this.schedule = new Schedule(program);
    }

    /** Generated code, and how long its workspace must be. */
    record Compiled(Code code, int workspace) {}

    static Compiled compile(Program program) {
        Compiler compiler = new Compiler(program);
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(compiler.bytes(), true);
            Code code = (Code) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
            return new Compiled(code, compiler.schedule.workspace.size());
        } catch (Throwable e) {
            throw new IllegalStateException("generated code is refused", e);
        }
    }

    /** The class file. */
    static byte[] bytes(Program program) {
        return new Compiler(program).bytes();
    }

    private byte[] bytes() {
        return ClassFile.of().build(SELF, this::build);
    }

    private void build(ClassBuilder type) {
        type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC).withInterfaceSymbols(describe(Code.class));
        type.withMethodBody(INIT_NAME, MTD_void, ClassFile.ACC_PRIVATE, code -> code.aload(0)
                .invokespecial(CD_Object, INIT_NAME, MTD_void)
                .return_());
        boolean one = schedule.methods.size() == 1;
        type.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> {
            Method method = new Method(code);
            if (one) {
                method.write(schedule.methods.getFirst());
            }
            for (String part : parts(one)) {
                code.aload(0).aload(INPUTS).aload(REST).aload(WORK).invokevirtual(SELF, part, PART);
            }
            method.load(program.outputs().getFirst());
            code.invokestatic(describe(Compiler.class), "finite", NUMBERS[1]).dreturn();
        });
        for (int i = 0; i < schedule.methods.size() && !one; i++) {
            List<Node> values = schedule.methods.get(i);
            type.withMethodBody("part" + i, PART, ClassFile.ACC_FINAL, code -> {
                new Method(code).write(values);
                code.return_();
            });
        }
        for (int i = 0; i < schedule.copies.size(); i++) {
            List<Integer> places = schedule.copies.get(i);
            type.withMethodBody("copies" + i, PART, ClassFile.ACC_FINAL, code -> {
                new Method(code).copy(places);
                code.return_();
            });
        }
    }

    /** The methods that remain to be called. */
    private List<String> parts(boolean one) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < schedule.methods.size() && !one; i++) {
            parts.add("part" + i);
        }
        for (int i = 0; i < schedule.copies.size(); i++) {
            parts.add("copies" + i);
        }
        return parts;
    }

    /** Called by generated code: a value too large for a double is none. Two operations and no branch: ∞ − ∞ is NaN, all else adds 0. */
    static double finite(double value) {
        return value + (value - value);
    }

    private static ClassDesc describe(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }

    /** One generated method. */
    private final class Method {
        private final CodeBuilder code;
        private final Map<Node, Integer> locals = new HashMap<>();
        private int nextLocal = FIRST_LOCAL;

        Method(CodeBuilder code) {
            this.code = code;
        }

        void write(List<Node> values) {
            for (Node value : values) {
                compute(value);
                int local = newLocal(value);
                code.dstore(local);
                if (schedule.workspace.containsKey(value)) {
                    code.aload(WORK)
                            .loadConstant(schedule.workspace.get(value))
                            .dload(local)
                            .dastore();
                }
                for (int place : schedule.places.getOrDefault(value, List.of())) {
                    output(value, place);
                }
            }
        }

        void copy(List<Integer> places) {
            for (int place : places) {
                output(program.outputs().get(place), place);
            }
        }

        private void output(Node value, int place) {
            code.aload(REST).loadConstant(place - 1);
            load(value);
            code.invokestatic(describe(Compiler.class), "finite", NUMBERS[1]).dastore();
        }

        private int newLocal(Node value) {
            int local = nextLocal;
            nextLocal += 2;
            locals.put(value, local);
            return local;
        }

        /** Puts a value on the stack. */
        void load(Node value) {
            Integer local = locals.get(value);
            if (local != null) {
                code.dload(local);
            } else if (value.isConstant()) {
                code.loadConstant(value.constant());
            } else if (Schedule.isLeaf(value)) {
                code.aload(INPUTS).loadConstant((int) value.detail()).daload();
                keep(value);
            } else if (schedule.methodOf.containsKey(value)) {
                code.aload(WORK).loadConstant(schedule.workspace.get(value)).daload();
                keep(value);
            } else {
                compute(value);
            }
        }

        /** Keeps what has come from an array for the next time it is needed here. */
        private void keep(Node value) {
            if (schedule.uses.getOrDefault(value, 0) > 1) {
                code.dup2().dstore(newLocal(value));
            }
        }

        private void compute(Node node) {
            List<Node> operands = node.operands();
            switch (node.operation()) {
                case ADD -> loaded(operands).dadd();
                case SUBTRACT -> loaded(operands).dsub();
                case MULTIPLY -> loaded(operands).dmul();
                case NEGATE -> loaded(operands).dneg();
                case DIVIDE -> {
                    if (operands.get(1).isConstant() && !operands.get(1).isConstant(0)) {
                        loaded(operands).ddiv();
                    } else {
                        loaded(operands).invokestatic(REAL, "divide", NUMBERS[2]);
                    }
                }
                case POWER -> loaded(operands).invokestatic(REAL, "power", NUMBERS[2]);
                case COMPARE -> {
                    code.getstatic(RELATION, ((Relation) node.detail()).name(), RELATION);
                    loaded(operands).invokevirtual(RELATION, "of", NUMBERS[2]);
                }
                case SELECT -> loaded(operands).invokestatic(describe(Tape.class), "select", NUMBERS[3]);
                case FUNCTION ->
                    loaded(operands).invokestatic(REAL, ((Function) node.detail()).text(), NUMBERS[operands.size()]);
                case CONSTANT, INPUT, LOOP -> throw new IllegalStateException(node.operation() + " is not computed");
            }
        }

        private CodeBuilder loaded(List<Node> operands) {
            operands.forEach(this::load);
            return code;
        }
    }
}
