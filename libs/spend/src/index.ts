export { expenseCategories, type ExpenseCategory, type ExpenseSide, type NewExpense } from './expense';
export { ExpenseLine } from './expense-line.entity';
export { SpendModule } from './spend.module';
export { SpendReader, type SpendView } from './spend.reader';
export { SpendService } from './spend.service';
