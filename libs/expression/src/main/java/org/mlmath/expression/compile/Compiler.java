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
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, ARRAY, ARRAY, ARRAY);
    private static final ClassDesc SELF = ClassDesc.of(Compiler.class.getPackageName() + ".Generated");
    private static final ClassDesc REAL = describe(Real.class);
    private static final ClassDesc RELATION = describe(Relation.class);
    private static final MethodTypeDesc[] NUMBERS = new MethodTypeDesc[4];

    static {
        for (int count = 1; count < NUMBERS.length; count++) {
            NUMBERS[count] = MethodTypeDesc.of(CD_double, Collections.nCopies(count, CD_double));
        }
    }

    private static final int INPUTS = 0;
    private static final int OUTPUTS = 1;
    private static final int WORK = 2;
    private static final int FIRST_LOCAL = 3;

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
        byte[] bytes = ClassFile.of().build(SELF, compiler::build);
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
            Code code = (Code) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
            return new Compiled(code, compiler.schedule.workspace.size());
        } catch (Throwable e) {
            throw new IllegalStateException("generated code is refused", e);
        }
    }

    private void build(ClassBuilder type) {
        type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC).withInterfaceSymbols(describe(Code.class));
        type.withMethodBody(INIT_NAME, MTD_void, ClassFile.ACC_PRIVATE, code -> code.aload(0)
                .invokespecial(CD_Object, INIT_NAME, MTD_void)
                .return_());
        type.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> {
            for (int method = 0; method <= schedule.methods.size(); method++) {
                code.aload(1).aload(2).aload(3).invokestatic(SELF, name(method), RUN);
            }
            code.return_();
        });
        for (int method = 0; method < schedule.methods.size(); method++) {
            List<Node> values = schedule.methods.get(method);
            int number = method;
            type.withMethodBody(
                    name(method), RUN, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, code -> new Method(code, number)
                            .write(values));
        }
        type.withMethodBody(
                name(schedule.methods.size()),
                RUN,
                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
                this::writeLeafOutputs);
    }

    private static String name(int method) {
        return "part" + method;
    }

    /** Outputs that are constants or inputs; usually there are none and the method is empty. */
    private void writeLeafOutputs(CodeBuilder code) {
        for (int i = 0; i < program.outputs().size(); i++) {
            Node output = program.outputs().get(i);
            if (Schedule.isLeaf(output)) {
                code.aload(OUTPUTS).loadConstant(i);
                if (output.isConstant()) {
                    code.loadConstant(output.constant());
                } else {
                    code.aload(INPUTS).loadConstant((int) output.detail()).daload();
                }
                code.dastore();
            }
        }
        code.return_();
    }

    private static ClassDesc describe(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }

    /** One generated method. */
    private final class Method {
        private final CodeBuilder code;
        private final int number;
        private final Map<Node, Integer> locals = new HashMap<>();
        private int nextLocal = FIRST_LOCAL;

        Method(CodeBuilder code, int number) {
            this.code = code;
            this.number = number;
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
                for (int i = 0; i < program.outputs().size(); i++) {
                    if (program.outputs().get(i) == value) {
                        code.aload(OUTPUTS).loadConstant(i).dload(local).dastore();
                    }
                }
            }
            code.return_();
        }

        private int newLocal(Node value) {
            int local = nextLocal;
            nextLocal += 2;
            locals.put(value, local);
            return local;
        }

        /** Puts a value on the stack. */
        private void load(Node value) {
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
            if (schedule.uses.get(value) > 1) {
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
                case CONSTANT, INPUT, LOOP ->
                    throw new IllegalStateException(node.operation() + " in method " + number);
            }
        }

        private CodeBuilder loaded(List<Node> operands) {
            operands.forEach(this::load);
            return code;
        }
    }
}
